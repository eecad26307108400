package io.calendarsync.model;

import java.util.List;

/**
 * How a series repeats: the lines as received and what they say.
 *
 * <p>The instances are those of the rules and {@code dates}, less those of the exception rules and
 * {@code exceptionDates}, counting the start of the series as an instance (RFC 5545 section 3.8.5).
 *
 * @param lines the RRULE, EXRULE, RDATE and EXDATE lines verbatim, unfolded, name included; what is written back
 * @param rules the values of the RRULE lines
 * @param exceptionRules the values of the EXRULE lines (deprecated by RFC 5545, still met)
 * @param dates the values of the RDATE lines
 * @param exceptionDates the values of the EXDATE lines
 * @since 0.1
 */
public record Recurrence(
        List<String> lines,
        List<String> rules,
        List<String> exceptionRules,
        List<RecurrenceDate> dates,
        List<RecurrenceId> exceptionDates) {
    /**
     * Copies the lists.
     *
     * @param lines the RRULE, EXRULE, RDATE and EXDATE lines verbatim, unfolded, name included; what is written back
     * @param rules the values of the RRULE lines
     * @param exceptionRules the values of the EXRULE lines (deprecated by RFC 5545, still met)
     * @param dates the values of the RDATE lines
     * @param exceptionDates the values of the EXDATE lines
     */
    public Recurrence {
        lines = List.copyOf(lines);
        rules = List.copyOf(rules);
        exceptionRules = List.copyOf(exceptionRules);
        dates = List.copyOf(dates);
        exceptionDates = List.copyOf(exceptionDates);
    }

    /**
     * {@return a recurrence of one rule, such as {@code FREQ=DAILY;COUNT=3}}
     *
     * @param rule the value of an RRULE, without its name
     */
    public static Recurrence of(String rule) {
        return new Recurrence(List.of("RRULE:" + rule), List.of(rule), List.of(), List.of(), List.of());
    }
}
