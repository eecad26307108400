package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.sandbox.google.http.ApiException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * The lines of a series, read: RRULE, EXRULE, RDATE and EXDATE. DTSTART and DTEND are no part of them.
 *
 * @param rules the rules of what is in
 * @param exceptRules the rules of what is out
 * @param dates single starts that are in
 * @param exceptDates single starts that are out
 */
record Recurrence(
        List<RecurrenceRule> rules,
        List<RecurrenceRule> exceptRules,
        Set<LocalDateTime> dates,
        Set<LocalDateTime> exceptDates) {

    static Recurrence read(JsonNode lines, EventTimes first) {
        Recurrence read = new Recurrence(new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new HashSet<>());
        lines.forEach(line -> read.add(line.asText(), first));
        return read;
    }

    private void add(String line, EventTimes first) {
        int colon = line.indexOf(':');
        String head = colon < 0 ? "" : line.substring(0, colon);
        int semicolon = head.indexOf(';');
        String name = (semicolon < 0 ? head : head.substring(0, semicolon)).toUpperCase(Locale.ROOT);
        String value = line.substring(colon + 1);
        switch (name) {
            case "RRULE" -> rules.add(rule(value, first));
            case "EXRULE" -> exceptRules.add(rule(value, first));
            case "RDATE" -> dates.addAll(RecurrenceDates.read(head, value, first));
            case "EXDATE" -> exceptDates.addAll(RecurrenceDates.read(head, value, first));
            default -> throw invalid();
        }
    }

    static ApiException invalid() {
        return ApiException.invalid("Invalid recurrence rule.");
    }

    /** Reads a rule; its UNTIL becomes a time of the same clock as the start. */
    private static RecurrenceRule rule(String value, EventTimes first) {
        try {
            RecurrenceRule rule = new RecurrenceRule(value, RfcMode.RFC5545_LAX);
            if (rule.getUntil() != null) {
                rule.setUntil(RecurrenceDates.wallClock(RecurrenceDates.local(rule.getUntil(), first)));
            }
            return rule;
        } catch (InvalidRecurrenceRuleException malformed) {
            throw (ApiException) invalid().initCause(malformed);
        }
    }
}
