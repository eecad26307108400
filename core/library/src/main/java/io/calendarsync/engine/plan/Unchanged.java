package io.calendarsync.engine.plan;

import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.spi.provider.RemoteChange;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the items of a page whose version tags say that they are as they are stored, so that nobody has to read what they
 * say. Only of a page that shows events and says nothing else: where anything is in doubt, all of it is looked at.
 */
public final class Unchanged {

    private final Fingerprint fingerprints;

    /** Creates it. */
    public Unchanged(Fingerprint fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * Returns the ids of those items.
     *
     * @param known the stored events among the ids of the page
     */
    public Set<String> among(List<RemoteChange> changes, Map<String, KnownEvent> known) {
        Set<String> unchanged = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (RemoteChange change : changes) {
            if (!(change instanceof RemoteChange.Present present)) {
                return Set.of();
            }
            boolean twice = !seen.add(present.eventId());
            if (twice || !isUnchanged(present, Optional.ofNullable(known.get(present.eventId())))) {
                unchanged.remove(present.eventId());
            } else {
                unchanged.add(present.eventId());
            }
        }
        return unchanged;
    }

    private boolean isUnchanged(RemoteChange.Present present, Optional<KnownEvent> stored) {
        return stored.map(KnownEvent::mark)
                .filter(mark -> !mark.tag().isEmpty() && mark.tag().equals(present.tag()))
                .filter(mark -> fingerprints.isCurrent(mark.fingerprint()))
                .isPresent();
    }
}
