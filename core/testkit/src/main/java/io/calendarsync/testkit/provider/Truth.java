package io.calendarsync.testkit.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar holds and every edit that led there, so that any state it ever had can be read again. Guarded by the
 * server's lock.
 */
final class Truth {

    private final Map<String, Held> held;
    private final List<Edit> edits;
    private final Remembered<Tail, Map<String, Optional<Held>>> changed = new Remembered<>();
    private final Remembered<ListedAt, List<Held>> listed = new Remembered<>();
    private final Remembered<Stretch, List<Edit>> touched = new Remembered<>();

    Truth() {
        this(new HashMap<>(), new ArrayList<>());
    }

    private Truth(Map<String, Held> held, List<Edit> edits) {
        this.held = held;
        this.edits = edits;
    }

    Truth copy() {
        return new Truth(new HashMap<>(held), new ArrayList<>(edits));
    }

    /** Returns the number of the last edit. */
    long version() {
        return edits.size();
    }

    @Nullable
    Held find(String id) {
        return held.get(id);
    }

    Collection<Held> all() {
        return held.values();
    }

    List<Edit> since(long version) {
        return edits.subList((int) Math.min(version, version()), edits.size());
    }

    Edit edit(long number) {
        return edits.get((int) number - 1);
    }

    void append(Edit edit) {
        edits.add(edit);
        if (edit.after() != null) {
            held.put(edit.eventId(), edit.after());
        } else {
            held.remove(edit.eventId());
        }
        edit.taken().forEach(gone -> held.remove(gone.id()));
    }

    /** Returns the number of the last edit that pages show at that instant. */
    long visible(Instant now) {
        int count = edits.size();
        while (count > 0 && edits.get(count - 1).visibleFrom().isAfter(now)) {
            count--;
        }
        return count;
    }

    /** Returns an event as it was right after that edit. */
    @Nullable
    Held find(String id, long version) {
        if (version >= version()) {
            return held.get(id);
        }
        Map<String, Optional<Held>> before = changed.get(new Tail(version, version()), () -> undone(version));
        Optional<Held> then = before.get(id);
        return then == null ? held.get(id) : then.orElse(null);
    }

    /** Returns what it held right after that edit, in order. */
    List<Held> listed(long version, ListingOrder order) {
        return listed.get(
                new ListedAt(Math.min(version, version()), order),
                () -> SortKey.sorted(
                        version >= version() ? held.values() : rewound(version), event -> event.key(order)));
    }

    private Collection<Held> rewound(long version) {
        Map<String, Held> state = new HashMap<>(held);
        undone(version).forEach((id, then) -> {
            if (then.isPresent()) {
                state.put(id, then.get());
            } else {
                state.remove(id);
            }
        });
        return state.values();
    }

    /** Returns, of each event edited since, what it was right after that edit. */
    private Map<String, Optional<Held>> undone(long version) {
        Map<String, Optional<Held>> before = new HashMap<>();
        for (int index = edits.size() - 1; index >= version; index--) {
            Edit edit = edits.get(index);
            before.put(edit.eventId(), Optional.ofNullable(edit.before()));
            edit.taken().forEach(back -> before.put(back.id(), Optional.of(back)));
        }
        return before;
    }

    /** Returns the last edit of each event edited after {@code from} and not after {@code to}, in order. */
    List<Edit> touched(long from, long to, ListingOrder order) {
        return touched.get(new Stretch(from, to, order), () -> {
            Map<String, Edit> last = new LinkedHashMap<>();
            for (Edit edit : edits.subList((int) from, (int) Math.max(from, Math.min(to, version())))) {
                if (!edit.eventId().isEmpty()) {
                    last.put(edit.eventId(), edit);
                }
            }
            return SortKey.sorted(last.values(), edit -> edit.key(order));
        });
    }

    private record Tail(long version, long end) {}

    private record ListedAt(long version, ListingOrder order) {}

    private record Stretch(long from, long to, ListingOrder order) {}
}
