package io.calendarsync.engine.record;

import java.util.List;
import java.util.Optional;

/** One page of something, and how to get the next. */
public record Paged<T>(List<T> items, Optional<String> next) {
    public Paged {
        items = List.copyOf(items);
    }
}
