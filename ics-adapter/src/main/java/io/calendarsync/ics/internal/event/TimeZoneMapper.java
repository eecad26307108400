package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.ics.internal.zone.Observance;
import io.calendarsync.ics.internal.zone.ZoneDefinition;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a VTIMEZONE (RFC 5545 section 3.6.5). */
final class TimeZoneMapper {

    /** A sign, hours, minutes, and for offsets of long ago seconds (section 3.3.14). */
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2})(?::?(\\d{2}))?");

    private TimeZoneMapper() {}

    /** Returns what it defines, empty if that is nothing, or has an offset or onset that cannot be. */
    static Optional<ZoneDefinition> map(Component timeZone, int mostDates) {
        List<Observance> observances = new ArrayList<>();
        for (Component child : timeZone.children()) {
            if (child.is("STANDARD") || child.is("DAYLIGHT")) {
                Optional<Observance> observance = observance(child, mostDates);
                if (observance.isEmpty()) {
                    return Optional.empty();
                }
                observances.add(observance.get());
            }
        }
        return observances.isEmpty() ? Optional.empty() : Optional.of(new ZoneDefinition(observances));
    }

    private static Optional<Observance> observance(Component component, int mostDates) {
        Optional<LocalDateTime> start = component.first("DTSTART").flatMap(line -> local(line.token()));
        Optional<ZoneOffset> to = component.first("TZOFFSETTO").flatMap(TimeZoneMapper::offset);
        Optional<ZoneOffset> from = component.first("TZOFFSETFROM").flatMap(TimeZoneMapper::offset);
        boolean wrongFrom = from.isEmpty() && component.first("TZOFFSETFROM").isPresent();
        List<LocalDateTime> dates = new ArrayList<>();
        for (ContentLine line : component.all("RDATE")) {
            for (String value : line.token().split(",", mostDates + 1)) {
                local(value).ifPresent(dates::add);
            }
        }
        if (start.isEmpty() || to.isEmpty() || wrongFrom || dates.size() > mostDates) {
            return Optional.empty();
        }
        List<String> rules =
                component.all("RRULE").stream().map(ContentLine::token).toList();
        return Optional.of(new Observance(start.get(), from.orElse(to.get()), to.get(), rules, dates));
    }

    /** Onsets are by the clocks before, whatever is written behind them. */
    private static Optional<LocalDateTime> local(String value) {
        int slash = value.indexOf('/');
        return DateTimes.parse((slash < 0 ? value : value.substring(0, slash)).strip())
                .map(DateTimes::local);
    }

    private static Optional<ZoneOffset> offset(ContentLine line) {
        Matcher form = OFFSET.matcher(line.token());
        if (!form.matches()) {
            return Optional.empty();
        }
        int sign = form.group(1).equals("-") ? -1 : 1;
        try {
            return Optional.of(ZoneOffset.ofHoursMinutesSeconds(
                    sign * number(form, 2), sign * number(form, 3), sign * number(form, 4)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher form, int group) {
        return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
    }
}
