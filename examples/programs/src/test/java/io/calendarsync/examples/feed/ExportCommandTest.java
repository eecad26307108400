package io.calendarsync.examples.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Ics;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    Path folder;

    private Path state() {
        return folder.resolve("state");
    }

    private Path sync(String name, String... events) {
        Path feed = Ics.write(folder.resolve(name), Ics.feed(events));
        assertThat(Cli.run("feed", "sync", "--state", state(), "--now", "2027-01-05T06:07:08Z", feed)
                        .exit())
                .isZero();
        return feed;
    }

    private Cli export(Object... more) {
        Object[] args = new Object[more.length + 4];
        Object[] first = {"feed", "export", "--state", state()};
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        return Cli.run(args);
    }

    private static List<String> uids(Cli exported) {
        return exported.out().stream()
                .filter(line -> line.startsWith("UID:"))
                .map(line -> line.substring(4))
                .toList();
    }

    @Test
    void whatIsKeptIsWrittenAsACalendarThatReadsTheSame() throws IOException {
        Path feed = sync(
                "team.ics",
                Ics.event("a", "Pr\u00fcfung \u4f1a\u8b70", "RRULE:FREQ=DAILY;COUNT=3"),
                Ics.event("a", "Outside", "RECURRENCE-ID;TZID=Europe/Berlin:20270302T090000", "STATUS:TENTATIVE"),
                Ics.event("b", "Offsite", "DTSTART;VALUE=DATE:20270302", "DTEND;VALUE=DATE:20270304"));
        Path file = folder.resolve("export.ics");

        Cli exported = export("-o", file);

        assertThat(exported.exit()).isZero();
        assertThat(exported.out()).isEmpty();
        assertThat(exported.err()).isEmpty();
        assertThat(Files.readString(file, UTF_8))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("DTSTAMP:20270105T060708Z\r\n", "SUMMARY:Pr\u00fcfung \u4f1a\u8b70\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(instances(file)).isEqualTo(instances(feed)).hasSize(4);
    }

    private static List<String> instances(Path feed) {
        List<String> lines = Cli.run("feed", "instances", feed, "--json", "--from", "2027-01-01", "--to", "2028-01-01")
                .out();
        return lines.subList(0, lines.size() - 1);
    }

    @Test
    void theSameStateMakesTheSameBytesOnTheOutputAndInAFile() throws IOException {
        sync("team.ics", Ics.event("a", "Review"), Ics.event("b", "\ud83d\ude00".repeat(9_000)));
        Path file = folder.resolve("export.ics");

        assertThat(export("-o", file).exit()).isZero();

        assertThat(export().out())
                .isEqualTo(Files.readString(file, UTF_8).lines().toList());
        assertThat(export().out()).isEqualTo(export().out());
    }

    @Test
    void aMeetingThatSeveralFeedsHaveIsWrittenOnce() {
        Path first = sync("first.ics", Ics.event("a", "Review"), Ics.event("b", "Lunch"));
        Path second = sync(
                "second.ics",
                Ics.event("a", "Review, as others see it"),
                Ics.event("b", "Another", "DTSTART:20280101T090000Z"));

        Cli both = export(first, second);

        assertThat(uids(both)).containsExactlyInAnyOrder("a", "b", "b");
        assertThat(both.out()).contains("SUMMARY:Review").doesNotContain("SUMMARY:Review\\, as others see it");
        assertThat(both.err()).singleElement().asString().contains("1 events that several of the feeds have");
        assertThat(uids(export(second))).containsExactlyInAnyOrder("a", "b");
        assertThat(uids(export())).hasSize(3);
    }

    @Test
    void whatNobodyKnowsTheTimeOfIsLeftOutAndSaid() {
        sync("team.ics", Ics.event("a", "Review"), Ics.event("b", "When?", "DTSTART:soon"));

        Cli exported = export();

        assertThat(exported.exit()).isZero();
        assertThat(uids(exported)).containsExactly("a");
        assertThat(exported.err()).singleElement().asString().contains("1 events of which it is not known when");
    }

    @Test
    void whatCannotBeDoneIsBadUsageAndNoFileIsTouched() throws IOException {
        assertThat(export().exit()).isEqualTo(2);
        sync("team.ics", Ics.event("a", "Review"));
        Path other = Ics.write(folder.resolve("other.ics"), Ics.feed());
        Path kept = Files.writeString(folder.resolve("kept.ics"), "before");

        assertThat(export(other, "-o", kept).exit()).isEqualTo(2);
        assertThat(export("-o", folder).exit()).isEqualTo(2);
        assertThat(export("-o", folder.resolve("missing/export.ics")).exit()).isEqualTo(2);

        assertThat(kept).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(".export"));
        }
    }

    @Test
    void aFileIsForTheUserAlone() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        sync("team.ics", Ics.event("a", "Review"));
        Path file = folder.resolve("export.ics");

        export("-o", file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
