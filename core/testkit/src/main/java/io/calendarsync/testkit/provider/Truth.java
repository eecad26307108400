package io.calendarsync.testkit.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar holds and every edit that led there, so that any state it ever had can be read again. Guarded by the
 * server's lock.
 */
final class Truth {

    private final Map<String, Held> held;
    private final List<Edit> edits;
    private final Remembered<Long, Map<String, Held>> past = new Remembered<>();
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

    /** Returns what it held right after that edit, by event id. */
    Map<String, Held> at(long version) {
        return version >= version() ? held : past.get(version, () -> rewound(version));
    }

    private Map<String, Held> rewound(long version) {
        Map<String, Held> state = new HashMap<>(held);
        for (int index = edits.size() - 1; index >= version; index--) {
            Edit edit = edits.get(index);
            if (edit.before() != null) {
                state.put(edit.eventId(), edit.before());
            } else {
                state.remove(edit.eventId());
            }
            edit.taken().forEach(back -> state.put(back.id(), back));
        }
        return state;
    }

    /** Returns what it held right after that edit, in order. */
    List<Held> listed(long version, ListingOrder order) {
        return listed.get(new ListedAt(Math.min(version, version()), order), () -> {
            List<Held> sorted = new ArrayList<>(at(version).values());
            sorted.sort(Comparator.comparing(event -> event.key(order)));
            return sorted;
        });
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
            List<Edit> sorted = new ArrayList<>(last.values());
            sorted.sort(Comparator.comparing(edit -> edit.key(order)));
            return sorted;
        });
    }

    private record ListedAt(long version, ListingOrder order) {}

    private record Stretch(long from, long to, ListingOrder order) {}
}
