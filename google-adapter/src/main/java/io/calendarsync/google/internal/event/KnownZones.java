package io.calendarsync.google.internal.event;

import io.calendarsync.model.ResolvedZone;
import io.calendarsync.model.ZoneNames;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which zones names stand for: a calendar names few, and each of them with every event. Thread-safe. */
final class KnownZones {

    /** Who names more is not keeping a calendar; those names are looked up each time. */
    private static final int MOST = 500;

    private final ZoneNames names;
    private final Map<String, Optional<ResolvedZone>> known = new ConcurrentHashMap<>();

    KnownZones(ZoneNames names) {
        this.names = names;
    }

    /** Returns the zone of a name. */
    Optional<ResolvedZone> resolve(String name) {
        Optional<ResolvedZone> zone = known.get(name);
        if (zone == null) {
            zone = names.resolve(name);
            if (known.size() < MOST) {
                known.put(name, zone);
            }
        }
        return zone;
    }
}
