package io.calendarsync.examples.feed;

import java.util.Locale;

/** Constants as programs read them: {@code LEFT_WINDOW} is {@code leftWindow}. */
final class Names {

    private Names() {}

    static String of(Enum<?> constant) {
        return of(constant.name());
    }

    static String of(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
