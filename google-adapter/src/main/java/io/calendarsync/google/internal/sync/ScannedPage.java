package io.calendarsync.google.internal.sync;

import java.util.List;
import java.util.Map;

/**
 * A page of a list, its items unread.
 *
 * @param items in Google's order
 * @param nameless how many more there were that have no id, and nobody could be told of
 * @param texts the texts beside the items, by name
 */
record ScannedPage(List<Item> items, int nameless, Map<String, String> texts) {

    String text(String name) {
        return texts.getOrDefault(name, "");
    }
}
