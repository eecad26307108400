package io.calendarsync.ics.internal.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A STANDARD or DAYLIGHT component (RFC 5545 section 3.6.5): when clocks are set to an offset.
 *
 * @param start when they first are, by the clocks before
 * @param from the offset before
 * @param to the offset they are set to
 * @param rules the values of its RRULE lines
 * @param dates its further onsets (RDATE), by the clocks before
 */
public record Observance(
        LocalDateTime start, ZoneOffset from, ZoneOffset to, List<String> rules, List<LocalDateTime> dates) {

    /** When clocks are set, and to what. */
    record Onset(Instant at, ZoneOffset to) {}

    /** Copies the lists. */
    public Observance {
        rules = List.copyOf(rules);
        dates = List.copyOf(dates);
    }

    /**
     * Returns its onsets in some years and the last one before them, if there are any; empty if a rule is none that a
     * zone has. More of those before may be among them.
     */
    Optional<List<Onset>> onsets(Years years) {
        List<Onset> onsets = new ArrayList<>();
        onsets.add(at(start));
        dates.forEach(date -> onsets.add(at(date)));
        for (String rule : rules) {
            Optional<YearlyRule> read = YearlyRule.parse(rule, start, from);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            addOnsets(read.get(), years, onsets);
        }
        return Optional.of(onsets);
    }

    /** From the year before on, where the last onset before the years is, unless the rule ended earlier. */
    private void addOnsets(YearlyRule rule, Years years, List<Onset> onsets) {
        int first =
                Math.max(start.getYear(), Math.min(years.first(), rule.until().getYear()) - 1);
        for (int year = first; year <= years.last(); year++) {
            rule.in(year).filter(at -> !at.isBefore(start)).ifPresent(at -> onsets.add(at(at)));
        }
    }

    private Onset at(LocalDateTime local) {
        return new Onset(local.toInstant(from), to);
    }
}
