package io.calendarsync;

import java.util.List;
import java.util.Optional;

/**
 * One page of something.
 *
 * @param items in order; may be empty with more to come
 * @param next hand it back for the next page, absent on the last
 * @since 0.1
 */
public record Page<T>(List<T> items, Optional<String> next) {
    /**
     * Copies the list.
     *
     * @param items in order; may be empty with more to come
     * @param next hand it back for the next page, absent on the last
     */
    public Page {
        items = List.copyOf(items);
    }
}
