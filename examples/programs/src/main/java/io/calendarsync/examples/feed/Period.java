package io.calendarsync.examples.feed;

import io.calendarsync.examples.Refusal;
import io.calendarsync.model.Interval;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/** From when until when, as it is said on the command line. */
final class Period {

    @Option(
            names = "--from",
            paramLabel = "D",
            required = true,
            description = "the first day, such as 2026-03-01, or a time with an offset")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "D",
            required = true,
            description = "the day after the last, or a time with an offset")
    private String to = "";

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description = "the zone of the days, of what is printed, and of times without one; UTC if not given")
    ZoneId zone = ZoneOffset.UTC;

    Interval within() {
        Interval within;
        try {
            within = new Interval(instant(from), instant(to));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("--to is before --from");
        }
        if (within.isEmpty()) {
            throw Refusal.usage("--to is --from: nothing is in between, since the day --to is not included");
        }
        return within;
    }

    private Instant instant(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.usage("not a day such as 2026-03-01, nor a time such as 2026-03-01T09:00:00Z: " + text);
        }
    }
}
