package io.calendarsync.sandbox.google.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The events of one calendar, by id and in the order of their last change. A listing is what changed since nothing, a
 * delta what changed since a token: both are one walk along the order. Confined to the lock of its world.
 */
public final class EventStore {

    private final Map<String, StoredEvent> byId = new HashMap<>();
    private final TreeMap<Long, StoredEvent> byVersion = new TreeMap<>();
    private final Map<String, String> idOfUid = new HashMap<>();
    private final Map<String, Set<String>> exceptions = new HashMap<>();
    private final Map<String, StoredEvent> asleep = new HashMap<>();
    private final Set<String> burnt = new HashSet<>();
    private long forgottenUpTo;

    /** Puts an event as the newest change. */
    public void put(StoredEvent event) {
        StoredEvent before = byId.put(event.id(), event);
        if (before != null) {
            byVersion.remove(before.version());
        }
        byVersion.put(event.version(), event);
        asleep.remove(event.id());
        if (event.isException()) {
            exceptions
                    .computeIfAbsent(event.index().master(), any -> new TreeSet<>())
                    .add(event.id());
        } else if (!event.index().cancelled()) {
            idOfUid.put(event.index().uid(), event.id());
        }
    }

    /** Leaves an event out of every list from now on; by its id it can still be asked for, and is no more then. */
    public void hide(StoredEvent before, StoredEvent gone) {
        if (byVersion.remove(before.version()) != null) {
            asleep.put(before.id(), before);
        }
        byId.put(gone.id(), gone);
    }

    /** Returns whether an event is left out of every list. */
    boolean isHidden(StoredEvent event) {
        return !byVersion.containsKey(event.version());
    }

    /** Returns the hidden instances of a series as they were before, and hides them no longer. */
    public List<StoredEvent> wakeInstancesOf(String master) {
        List<StoredEvent> awake = exceptionsOf(master).stream()
                .map(exception -> Optional.ofNullable(asleep.remove(exception.id())))
                .flatMap(Optional::stream)
                .toList();
        awake.forEach(this::remove);
        return awake;
    }

    private void remove(StoredEvent event) {
        byId.remove(event.id());
        byVersion.remove(event.version());
        asleep.remove(event.id());
        exceptions.getOrDefault(event.index().master(), new TreeSet<>()).remove(event.id());
    }

    /** Returns an event, cancelled ones too. */
    public Optional<StoredEvent> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the event or series of an iCalUID that is not cancelled. */
    public Optional<StoredEvent> findByUid(String uid) {
        return Optional.ofNullable(idOfUid.get(uid))
                .flatMap(this::find)
                .filter(event -> !event.index().cancelled());
    }

    /** Returns whether an id was ever taken. */
    public boolean isTaken(String id) {
        return byId.containsKey(id) || burnt.contains(id);
    }

    /** Returns the stored instances of a series. */
    public List<StoredEvent> exceptionsOf(String master) {
        return exceptions.getOrDefault(master, Set.of()).stream().map(byId::get).toList();
    }

    /** Returns what changed after one change and up to another one, in that order. */
    public SortedMap<Long, StoredEvent> between(long after, long upTo) {
        return byVersion.subMap(Math.min(after, upTo), false, upTo, true);
    }

    /** Returns everything there is, in the order of change. */
    public Collection<StoredEvent> all() {
        return byVersion.values();
    }

    /** Forgets what was cancelled, ids apart; deltas that would have to tell of it are impossible from then on. */
    public void forgetCancelled() {
        for (StoredEvent event : List.copyOf(byId.values())) {
            boolean keepsInstanceAway = event.isException() && byVersion.containsKey(event.version());
            if (event.index().cancelled() && !keepsInstanceAway) {
                remove(event);
                burnt.add(event.id());
                forgottenUpTo = Math.max(forgottenUpTo, event.version());
            }
        }
    }

    /** Returns the last change that a delta can no longer tell of. */
    public long forgottenUpTo() {
        return forgottenUpTo;
    }
}
