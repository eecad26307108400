package io.calendarsync.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Feeds as text. */
public final class Ics {

    private Ics() {}

    public static String feed(String... events) {
        return lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//CalendarSync//Tests//EN")
                + String.join("", events)
                + lines("END:VCALENDAR");
    }

    /** Returns an event of an hour from nine o'clock in Berlin, on the first of March 2027 if nothing else is said. */
    public static String event(String uid, String title, String... more) {
        Stream<String> start = List.of(more).stream().anyMatch(line -> line.startsWith("DTSTART"))
                ? Stream.of()
                : Stream.of("DTSTART;TZID=Europe/Berlin:20270301T090000", "DURATION:PT1H");
        Stream<String> head = Stream.of("BEGIN:VEVENT", "UID:" + uid, "DTSTAMP:20270101T000000Z", "SUMMARY:" + title);
        return lines(Stream.of(head, start, Stream.of(more), Stream.of("END:VEVENT"))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    public static String many(int count) {
        return feed(IntStream.range(0, count)
                .mapToObj(number -> event("many-" + number, "Number " + number))
                .toArray(String[]::new));
    }

    public static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }
}
