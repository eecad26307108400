package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.ZoneNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a series repeats: the lines of {@code recurrence}. The rules themselves are not judged here. */
final class RecurrenceMapper {

    /** More than any calendar shows; an answer that lists more is cut. */
    private static final int MOST_DATES = 10_000;

    private final ZoneNames zones;

    RecurrenceMapper(ZoneNames zones) {
        this.zones = zones;
    }

    // From Google

    /** Returns whether an event stands for a series. */
    static boolean repeats(ObjectNode event) {
        for (String line : Json.texts(event, "recurrence")) {
            String name = RecurrenceLine.parse(line).map(RecurrenceLine::name).orElse("");
            if (name.equals("RRULE") || name.equals("RDATE")) {
                return true;
            }
        }
        return false;
    }

    /** Returns how a series repeats that starts so. */
    Recurrence read(ObjectNode event, RecurrenceId start, Findings findings) {
        List<String> lines = Json.texts(event, "recurrence");
        Lines read = new Lines(new DateValue(start, zones), findings);
        lines.forEach(read::add);
        return new Recurrence(lines, read.rules, read.exceptionRules, read.dates, read.exceptions);
    }

    /** What the lines say, one after the other. */
    private static final class Lines {
        private final DateValue values;
        private final Findings findings;
        private final List<String> rules = new ArrayList<>(1);
        private final List<String> exceptionRules = new ArrayList<>(0);
        private final List<RecurrenceDate> dates = new ArrayList<>(0);
        private final List<RecurrenceId> exceptions = new ArrayList<>(0);

        Lines(DateValue values, Findings findings) {
            this.values = values;
            this.findings = findings;
        }

        void add(String text) {
            Optional<RecurrenceLine> line = RecurrenceLine.parse(text);
            switch (line.map(RecurrenceLine::name).orElse("")) {
                case "RRULE" -> rules.add(line.orElseThrow().value());
                case "EXRULE" -> exceptionRules.add(line.orElseThrow().value());
                case "RDATE" -> each(line.orElseThrow(), dates.size(), this::extra);
                case "EXDATE" -> each(line.orElseThrow(), exceptions.size(), this::exception);
                default -> findings.add(Reason.UNREADABLE_RULE, "a line of the recurrence that is none");
            }
        }

        private void each(RecurrenceLine line, int already, Reader reader) {
            int room = MOST_DATES - already;
            for (String value : line.value().split(",", -1)) {
                if (value.isBlank()) {
                    continue;
                }
                if (room-- <= 0) {
                    findings.add(Reason.TOO_LARGE, "more than " + MOST_DATES + " dates; the rest is left out");
                    return;
                }
                if (!reader.read(line, value.strip())) {
                    findings.add(Reason.UNREADABLE_RULE, "a date of " + line.name() + " that cannot be read");
                }
            }
        }

        private boolean exception(RecurrenceLine line, String value) {
            return values.read(line, value).map(exceptions::add).isPresent();
        }

        private boolean extra(RecurrenceLine line, String value) {
            int slash = value.indexOf('/');
            Optional<RecurrenceId> at = values.extra(line, slash < 0 ? value : value.substring(0, slash));
            if (at.isEmpty()) {
                return false;
            }
            Optional<Duration> length =
                    slash < 0 ? Optional.empty() : values.length(line, at.get(), value.substring(slash + 1));
            dates.add(new RecurrenceDate(at.get(), length));
            return slash < 0 || length.isPresent();
        }
    }

    /** Takes one value in; returns whether it could be read. */
    private interface Reader {
        boolean read(RecurrenceLine line, String value);
    }
}
