package io.calendarsync.ics.internal.write;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A STANDARD or DAYLIGHT component: when clocks change from one offset to another.
 *
 * @param kind what it changes
 * @param onsets when, as clocks showed before; one or more, in order
 * @param rule the RRULE that goes on from the one onset, empty where there is none
 */
record Observance(Kind kind, List<LocalDateTime> onsets, String rule) {

    /** A kind of change. */
    record Kind(boolean daylight, ZoneOffset from, ZoneOffset to) {

        static Kind of(ZoneRules rules, ZoneOffsetTransition change) {
            return new Kind(
                    rules.isDaylightSavings(change.getInstant()), change.getOffsetBefore(), change.getOffsetAfter());
        }
    }

    Observance {
        onsets = List.copyOf(onsets);
    }

    LocalDateTime first() {
        return onsets.get(0);
    }

    void write(Lines lines) throws IOException {
        String component = kind.daylight() ? "DAYLIGHT" : "STANDARD";
        lines.begin(component);
        lines.write("DTSTART:" + TimeValue.local(first()));
        lines.write("TZOFFSETFROM:" + text(kind.from()));
        lines.write("TZOFFSETTO:" + text(kind.to()));
        if (!rule.isEmpty()) {
            lines.write("RRULE:" + rule);
        }
        if (onsets.size() > 1) {
            lines.write("RDATE:" + onsets.stream().skip(1).map(TimeValue::local).collect(Collectors.joining(",")));
        }
        lines.end(component);
    }

    /** Seconds only where there are some, as long ago (section 3.3.14). */
    private static String text(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        String minutes = String.format(Locale.ROOT, "%s%02d%02d", sign, seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? minutes : minutes + String.format(Locale.ROOT, "%02d", seconds % 60);
    }
}
