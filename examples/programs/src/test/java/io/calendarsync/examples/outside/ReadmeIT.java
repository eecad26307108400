package io.calendarsync.examples.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project that knows nothing of this build: it gets a local repository with the built artifacts, offline, and compiles
 * and runs the program of the README.
 */
class ReadmeIT {

    private static final Path ROOT = Path.of(System.getProperty("outside.root"));
    private static final String VERSION = System.getProperty("outside.version");
    private static final long LONGEST_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void theProgramOfTheReadmeCompilesAndRunsInAProjectOfItsOwn() throws Exception {
        Path repository = folder.resolve("repository");
        install(repository, "core/library", "calendarsync-core");
        install(repository, "ics-adapter", "calendarsync-ics");
        Path project = Files.createDirectories(folder.resolve("project/src/main/java"));
        Files.writeString(project.resolve("Hello.java"), fenced("java"));
        Files.writeString(folder.resolve("project/pom.xml"), pom(fenced("xml")));
        Files.writeString(folder.resolve("settings.xml"), settings());

        Result built = run(
                folder.resolve("project"),
                Path.of(System.getProperty("outside.maven"), "bin", "mvn").toString(),
                "-B",
                "-q",
                "-s",
                folder.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + repository,
                "compile",
                "dependency:build-classpath",
                "-Dmdep.outputFile=classpath.txt");
        assertThat(built.exit()).as(built.text()).isZero();

        String libraries =
                Files.readString(folder.resolve("project/classpath.txt"), UTF_8).strip();
        feed();
        assertThat(firstLine(
                        "-cp",
                        folder.resolve("project/target/classes") + File.pathSeparator + libraries,
                        "Hello",
                        "calendars/team.ics"))
                .isEqualTo("CREATED Stand-up");
    }

    /** Runs a program that would go on for ever until it has said something. */
    private String firstLine(String... args) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.onExit()
                .completeOnTimeout(process, LONGEST_SECONDS, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly);
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            return String.valueOf(lines.readLine());
        } finally {
            process.destroyForcibly();
        }
    }

    private void feed() throws IOException {
        Path calendars = Files.createDirectories(folder.resolve("calendars"));
        Files.writeString(
                calendars.resolve("team.ics"),
                String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//CalendarSync//Tests//EN",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTAMP:20270101T000000Z",
                        "SUMMARY:Stand-up",
                        "DTSTART:20270301T090000Z",
                        "DURATION:PT1H",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    /** Puts an artifact where a local repository has it. */
    private static void install(Path repository, String module, String artifact) throws IOException {
        Path target = ROOT.resolve(module).resolve(System.getProperty("outside.build"));
        Path place = Files.createDirectories(
                repository.resolve("io/calendarsync").resolve(artifact).resolve(VERSION));
        String name = artifact + "-" + VERSION;
        Files.copy(target.resolve("published-pom.xml"), place.resolve(name + ".pom"));
        Files.copy(target.resolve(name + ".jar"), place.resolve(name + ".jar"));
    }

    /** Returns the README's first block of that language. */
    private static String fenced(String language) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"), UTF_8);
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(readme);
        assertThat(block.find()).as("the README has a block of " + language).isTrue();
        return block.group(1);
    }

    private static String pom(String dependencies) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>outside</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                %s
                  <build>
                    <pluginManagement>
                      <plugins>
                        <plugin><artifactId>maven-resources-plugin</artifactId><version>3.4.0</version></plugin>
                        <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
                        <plugin><artifactId>maven-dependency-plugin</artifactId><version>3.11.0</version></plugin>
                      </plugins>
                    </pluginManagement>
                  </build>
                </project>
                """.formatted(dependencies);
    }

    /** What this build downloaded stands in for the public repository, so that nothing is downloaded twice. */
    private static String settings() {
        return """
                <settings>
                  <mirrors>
                    <mirror><id>downloaded</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(Path.of(System.getProperty("outside.repository")).toUri());
    }

    private Result run(Path where, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        List.of("MAVEN_OPTS", "MAVEN_ARGS", "MAVEN_PROJECTBASEDIR").forEach(builder.environment()::remove);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Result(process.exitValue(), Files.readString(output, UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    private record Result(int exit, String text) {}
}
