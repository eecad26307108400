package io.calendarsync.ics.internal.write;

import io.calendarsync.ics.internal.write.Observance.Kind;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes VTIMEZONEs (RFC 5545 section 3.6.5) from the JDK's rules. What happened is listed as it happened; what goes on
 * for ever is a yearly rule. The last change before the first year that is needed comes first.
 */
final class TimeZoneWriter {

    /** A zone that never changed has to begin with some date all the same. */
    private static final int NO_LATER_THAN = 1970;

    /** Until when changes are listed whose rule no RRULE can say. */
    private static final int LAST_LISTED = 2100;

    private final Lines lines;

    TimeZoneWriter(Lines lines) {
        this.lines = lines;
    }

    /**
     * Defines a zone.
     *
     * @param firstYear from which on its offsets have to be right, 1 to 9999
     */
    void write(ZoneId zone, int firstYear) throws IOException {
        lines.begin("VTIMEZONE");
        lines.write(Line.of("TZID").value(TimeZoneId.of(zone)));
        for (Observance observance : observances(zone.getRules(), firstYear)) {
            observance.write(lines);
        }
        lines.end("VTIMEZONE");
    }

    private static List<Observance> observances(ZoneRules rules, int firstYear) {
        // A day earlier: it is that year already where the sun rises first.
        Instant begin = LocalDateTime.of(firstYear, 1, 1, 0, 0).minusDays(1).toInstant(ZoneOffset.UTC);
        ZoneOffsetTransition previous = rules.previousTransition(begin.plusSeconds(1));
        Instant from = previous == null ? begin : previous.getInstant();
        List<Observance> observances = new ArrayList<>(listed(rules, from));
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            observances.add(yearly(rules, rule, from));
        }
        if (previous == null) {
            observances.add(initial(rules.getOffset(begin), firstYear));
        }
        observances.sort(Comparator.comparing(Observance::first));
        return observances;
    }

    private static Observance initial(ZoneOffset offset, int firstYear) {
        int year = Math.max(1, Math.min(NO_LATER_THAN, firstYear - 1));
        return new Observance(new Kind(false, offset, offset), List.of(LocalDateTime.of(year, 1, 1, 0, 0)), "");
    }

    /** Returns the changes that follow no rule any more, alike ones together. */
    private static List<Observance> listed(ZoneRules rules, Instant from) {
        Map<Kind, List<LocalDateTime>> alike = new LinkedHashMap<>();
        for (ZoneOffsetTransition change : rules.getTransitions()) {
            if (!change.getInstant().isBefore(from)) {
                alike.computeIfAbsent(Kind.of(rules, change), none -> new ArrayList<>())
                        .add(change.getDateTimeBefore());
            }
        }
        List<Observance> listed = new ArrayList<>();
        alike.forEach((kind, onsets) -> listed.add(new Observance(kind, onsets, "")));
        return listed;
    }

    private static Observance yearly(ZoneRules rules, ZoneOffsetTransitionRule rule, Instant from) {
        ZoneOffsetTransition first = first(rules, rule, from);
        Kind kind = Kind.of(rules, first);
        Optional<String> text = YearlyChange.rule(rule);
        if (text.isPresent()) {
            return new Observance(kind, List.of(first.getDateTimeBefore()), text.get());
        }
        List<LocalDateTime> onsets = new ArrayList<>(List.of(first.getDateTimeBefore()));
        for (int year = first.getDateTimeBefore().getYear() + 1; year <= LAST_LISTED; year++) {
            onsets.add(rule.createTransition(year).getDateTimeBefore());
        }
        return new Observance(kind, onsets, "");
    }

    /** Rules hold from after the last change that is listed. */
    private static ZoneOffsetTransition first(ZoneRules rules, ZoneOffsetTransitionRule rule, Instant from) {
        List<ZoneOffsetTransition> listed = rules.getTransitions();
        Instant last =
                listed.isEmpty() ? Instant.MIN : listed.get(listed.size() - 1).getInstant();
        Instant after = last.isBefore(from) ? from.minusSeconds(1) : last;
        int year = after.atOffset(ZoneOffset.UTC).getYear();
        ZoneOffsetTransition change = rule.createTransition(year);
        while (!change.getInstant().isAfter(after)) {
            change = rule.createTransition(++year);
        }
        return change;
    }
}
