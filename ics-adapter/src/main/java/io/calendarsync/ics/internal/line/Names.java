package io.calendarsync.ics.internal.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Gives every name of a line in upper case, the usual ones without making a new string each time. */
final class Names {

    private static final int SLOTS = 512;
    private static final String[] USUAL = slots(List.of(
            "BEGIN",
            "END",
            "UID",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "DURATION",
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "STATUS",
            "TRANSP",
            "CLASS",
            "SEQUENCE",
            "CREATED",
            "LAST-MODIFIED",
            "RRULE",
            "EXRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "ORGANIZER",
            "ATTENDEE",
            "CATEGORIES",
            "URL",
            "GEO",
            "ATTACH",
            "COLOR",
            "CONFERENCE",
            "PRIORITY",
            "COMMENT",
            "CONTACT",
            "RELATED-TO",
            "RESOURCES",
            "ACTION",
            "TRIGGER",
            "REPEAT",
            "TZID",
            "TZNAME",
            "TZOFFSETFROM",
            "TZOFFSETTO",
            "TZURL",
            "X-LIC-LOCATION",
            "VERSION",
            "PRODID",
            "CALSCALE",
            "METHOD",
            "NAME",
            "X-WR-CALNAME",
            "X-WR-TIMEZONE",
            "X-WR-CALDESC",
            "REFRESH-INTERVAL",
            "X-PUBLISHED-TTL",
            "X-ALT-DESC",
            "X-MICROSOFT-CDO-BUSYSTATUS",
            "X-APPLE-STRUCTURED-LOCATION"));

    private Names() {}

    static String of(byte[] text, int from, int until) {
        for (int slot = hash(text, from, until); ; slot = (slot + 1) % SLOTS) {
            String usual = USUAL[slot];
            if (usual.isEmpty()) {
                return new String(text, from, until - from, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
            }
            if (isSame(text, from, until, usual)) {
                return usual;
            }
        }
    }

    static int upper(byte b) {
        return b >= 'a' && b <= 'z' ? b - ('a' - 'A') : b;
    }

    private static boolean isSame(byte[] text, int from, int until, String name) {
        if (until - from != name.length()) {
            return false;
        }
        for (int i = from; i < until; i++) {
            if (upper(text[i]) != name.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(byte[] text, int from, int until) {
        int hash = 0;
        for (int i = from; i < until; i++) {
            hash = 31 * hash + upper(text[i]);
        }
        return (hash & Integer.MAX_VALUE) % SLOTS;
    }

    private static String[] slots(List<String> names) {
        String[] slots = new String[SLOTS];
        Arrays.fill(slots, "");
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
            int slot = hash(bytes, 0, bytes.length);
            while (!slots[slot].isEmpty()) {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = name;
        }
        return slots;
    }
}
