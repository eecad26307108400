package io.calendarsync.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingGuideTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "publishing.md");

    private static final String AROUND = """
            import io.calendarsync.*;
            import io.calendarsync.model.*;
            import java.util.*;

            class Guide {
                static void publish(CalendarSync sync, Connections connections, CalendarId calendar, Lesson lesson) {
                    %s
                }
                static void lookAfter(CalendarSync sync) {
                    %s
                }
                static Optional<CalendarId> calendarOf(String teacher) {
                    return Optional.empty();
                }
                static boolean isMended(String why) {
                    return why.isEmpty();
                }
                record Lesson(long id, long version, boolean cancelled, String teacher, EventTime time, String title) {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theProgramsOfTheGuide_compile() throws Exception {
        Matcher block = Pattern.compile("(?s)```java\n(.*?)```").matcher(Files.readString(GUIDE));
        List<String> programs = new ArrayList<>();
        while (block.find()) {
            programs.add(block.group(1));
        }
        assertThat(programs).hasSize(2);
        String source = AROUND.formatted(programs.toArray());
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Guide.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        List<String> options =
                List.of("-cp", System.getProperty("java.class.path"), "-d", folder.toString(), "-proc:none");

        boolean compiled = compiler.getTask(null, null, findings, options, null, List.of(file))
                .call();

        assertThat(compiled).as("%s", findings.getDiagnostics()).isTrue();
    }
}
