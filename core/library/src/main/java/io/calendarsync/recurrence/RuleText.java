package io.calendarsync.recurrence;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a rule's text, taken apart as programs write them: with spaces, in lower case, with the name of the
 * property before it. Confined to one rule.
 */
final class RuleText {

    private final Map<String, String> parts = new LinkedHashMap<>();
    private boolean repetitive;

    RuleText(String text) {
        String plain = text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        boolean named = plain.startsWith("RRULE:") || plain.startsWith("EXRULE:");
        for (String part : (named ? plain.substring(plain.indexOf(':') + 1) : plain).split(";", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                repetitive |= parts.putIfAbsent(name, value) != null;
            }
        }
    }

    /** Returns the value of a part and forgets it; null if there is no such part. */
    @Nullable
    String take(String name) {
        return parts.remove(name);
    }

    /** Returns whether a part was there twice; the first was kept. */
    boolean isRepetitive() {
        return repetitive;
    }

    /** Returns the names of the parts not yet taken. */
    Set<String> rest() {
        return parts.keySet();
    }
}
