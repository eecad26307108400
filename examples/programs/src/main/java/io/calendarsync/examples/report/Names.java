package io.calendarsync.examples.report;

import java.util.Locale;

/** Constants as programs read them: {@code LEFT_WINDOW} is {@code leftWindow}. */
public final class Names {

    private Names() {}

    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    public static String of(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
