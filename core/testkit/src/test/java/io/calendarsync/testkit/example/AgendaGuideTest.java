package io.calendarsync.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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

class AgendaGuideTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "agenda.md");

    private static final String AROUND = """
            import io.calendarsync.*;
            import io.calendarsync.model.*;
            import java.time.*;
            import java.util.List;

            class Guide {
                static void ask(CalendarSync sync, OwnerId anna, Interval nextWeek) {
                    %s
                }
                static void offer(List<Slot> slots) {}
                static void explain(List<Gap> gaps) {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theProgramOfTheGuide_compiles() throws Exception {
        Matcher block = Pattern.compile("(?s)```java\n(.*?)```").matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        String source = AROUND.formatted(block.group(1));
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
