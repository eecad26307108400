package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how a series repeats from RRULE, EXRULE, RDATE and EXDATE. The rules themselves are not judged here. */
final class RecurrenceMapper {

    private final TimeValues values;
    private final int mostDates;

    RecurrenceMapper(TimeValues values, int mostDates) {
        this.values = values;
        this.mostDates = mostDates;
    }

    /** Returns whether a component says that it repeats. */
    static boolean repeats(Component event) {
        return event.first("RRULE").isPresent() || event.first("RDATE").isPresent();
    }

    /**
     * Returns how a series repeats.
     *
     * @param start of the series, whose type exception dates take
     */
    Recurrence map(Component event, RecurrenceId start, Findings findings) {
        List<String> lines = new ArrayList<>();
        List<RecurrenceDate> dates = new ArrayList<>();
        List<RecurrenceId> exceptions = new ArrayList<>();
        List<String> rules = rules(event, "RRULE", lines);
        List<String> exceptionRules = rules(event, "EXRULE", lines);
        for (ContentLine line : event.all("RDATE")) {
            lines.add(line.verbatim());
            for (String value : listed(line, dates.size(), findings)) {
                extra(line, value, start, findings).ifPresent(dates::add);
            }
        }
        for (ContentLine line : event.all("EXDATE")) {
            lines.add(line.verbatim());
            for (String value : listed(line, exceptions.size(), findings)) {
                exception(line, value, start, findings).ifPresent(exceptions::add);
            }
        }
        return new Recurrence(lines, rules, exceptionRules, dates, exceptions);
    }

    private static List<String> rules(Component event, String name, List<String> lines) {
        List<String> rules = new ArrayList<>(1);
        for (ContentLine line : event.all(name)) {
            lines.add(line.verbatim());
            rules.add(line.token());
        }
        return rules;
    }

    /** Returns the values of a line, as many as there is room for. */
    private List<String> listed(ContentLine line, int already, Findings findings) {
        List<String> listed = new ArrayList<>();
        String all = line.token();
        for (int from = 0; from <= all.length(); ) {
            int comma = all.indexOf(',', from);
            int end = comma < 0 ? all.length() : comma;
            String value = all.substring(from, end).strip();
            if (!value.isEmpty()) {
                listed.add(value);
            }
            from = end + 1;
        }
        int room = Math.max(0, mostDates - already);
        if (listed.size() <= room) {
            return listed;
        }
        findings.add(Reason.TOO_LARGE, "more than " + mostDates + " " + line.name() + " values; the rest is left out");
        return listed.subList(0, room);
    }

    private Optional<RecurrenceId> read(ContentLine line, String value, Findings findings) {
        Optional<RecurrenceId> read = values.of(line, value, findings);
        if (read.isEmpty()) {
            findings.add(Reason.UNREADABLE_RULE, "a date of " + line.name() + " that cannot be read");
        }
        return read;
    }

    private Optional<RecurrenceId> date(ContentLine line, String value, RecurrenceId start, Findings findings) {
        return read(line, value, findings).map(date -> Coercion.toTypeOf(start, date, floatingZone()));
    }

    /** A date stays one, also in a timed series: it takes away whatever is on that day. */
    private Optional<RecurrenceId> exception(ContentLine line, String value, RecurrenceId start, Findings findings) {
        return read(line, value, findings)
                .map(date ->
                        date instanceof RecurrenceId.OnDate ? date : Coercion.toTypeOf(start, date, floatingZone()));
    }

    /** An RDATE value is a date, a time, or a PERIOD: a start and an end or a length (RFC 5545 section 3.3.9). */
    private Optional<RecurrenceDate> extra(ContentLine line, String value, RecurrenceId start, Findings findings) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            return date(line, value, start, findings).map(at -> new RecurrenceDate(at, Optional.empty()));
        }
        String end = value.substring(slash + 1);
        return date(line, value.substring(0, slash), start, findings)
                .map(at -> new RecurrenceDate(at, length(line, at, end, findings)));
    }

    private Optional<Duration> length(ContentLine line, RecurrenceId start, String end, Findings findings) {
        Optional<Duration> length = end.startsWith("P")
                ? Length.parse(end).map(Length::elapsed)
                : values.of(line, end, findings)
                        .map(until -> Duration.between(start.instant(floatingZone()), until.instant(floatingZone())));
        if (length.isEmpty() || length.get().isNegative()) {
            findings.add(Reason.UNREADABLE_RULE, "a period of RDATE that cannot be read");
            return Optional.empty();
        }
        return length;
    }

    private ZoneId floatingZone() {
        return values.zones().floatingZone();
    }
}
