package io.calendarsync.google.internal.event;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of {@code recurrence}: a content line (RFC 5545 section 3.1) of RRULE, EXRULE, RDATE or EXDATE.
 *
 * @param name in upper case
 * @param parameters by name in upper case
 * @param value what follows the colon
 */
record RecurrenceLine(String name, Map<String, String> parameters, String value) {

    /** Returns what a line says; empty where it is none. None of its parameters may hold a colon but quoted. */
    static Optional<RecurrenceLine> parse(String line) {
        int colon = colon(line);
        if (colon < 0) {
            return Optional.empty();
        }
        String[] head = line.substring(0, colon).split(";", -1);
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 1; i < head.length; i++) {
            int equals = head[i].indexOf('=');
            if (equals > 0) {
                parameters.put(
                        head[i].substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        head[i].substring(equals + 1).replace("\"", "").strip());
            }
        }
        return Optional.of(new RecurrenceLine(
                head[0].strip().toUpperCase(Locale.ROOT),
                parameters,
                line.substring(colon + 1).strip()));
    }

    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            if (line.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    String parameter(String wanted) {
        return parameters.getOrDefault(wanted, "");
    }
}
