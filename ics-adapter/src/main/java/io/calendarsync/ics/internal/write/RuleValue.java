package io.calendarsync.ics.internal.write;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes RECUR values (RFC 5545 section 3.3.10). A rule that is one is written as received, letter by letter. Of any
 * other only what the library reads of it is: what is illegal is left out, part by part, and a rule without a usable
 * frequency or end as a whole, since one such line makes others refuse the whole file.
 */
final class RuleValue {

    /** Longer ones are not read either. */
    private static final int LONGEST = 20_000;

    private RuleValue() {}

    /** Returns what is written of a rule, empty where nothing of it may be. */
    static Optional<String> of(String rule) {
        if (rule.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = rule.toUpperCase(Locale.ROOT);
        Optional<String> legal = legal(plain);
        return legal.filter(plain::equals).isPresent() ? Optional.of(rule) : legal;
    }

    private static Optional<String> legal(String rule) {
        Map<RulePart, String> parts = new EnumMap<>(RulePart.class);
        StringBuilder text = new StringBuilder();
        for (String part : bare(rule).split(";", -1)) {
            RulePart name = name(part);
            if (name != null && !parts.containsKey(name)) {
                String value = value(name, part.substring(part.indexOf('=') + 1));
                if (value.isEmpty() && (name == RulePart.FREQ || name == RulePart.UNTIL)) {
                    return Optional.empty();
                }
                parts.put(name, value);
                if (!value.isEmpty()) {
                    text.append(text.isEmpty() ? "" : ";")
                            .append(name)
                            .append('=')
                            .append(value);
                }
            }
        }
        return parts.containsKey(RulePart.FREQ) ? Optional.of(text.toString()) : Optional.empty();
    }

    /** A COUNT that is none ends a series with its start, as it does where it is read; without it, it would never end. */
    private static String value(RulePart name, String value) {
        if (name == RulePart.UNTIL && value.matches("\\d{8}T\\d{4}Z?")) {
            return name.legal(value.substring(0, 13) + "00" + value.substring(13));
        }
        String legal = name.legal(value);
        return legal.isEmpty() && name == RulePart.COUNT ? "1" : legal;
    }

    private static @Nullable RulePart name(String part) {
        int equals = part.indexOf('=');
        for (RulePart name : RulePart.values()) {
            if (equals >= 0
                    && part.startsWith(name.name())
                    && equals == name.name().length()) {
                return name;
            }
        }
        return null;
    }

    private static String bare(String rule) {
        String plain = rule.replaceAll("\\s+", "");
        boolean named = plain.startsWith("RRULE:") || plain.startsWith("EXRULE:");
        return named ? plain.substring(plain.indexOf(':') + 1) : plain;
    }
}
