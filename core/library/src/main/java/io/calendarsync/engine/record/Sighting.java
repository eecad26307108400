package io.calendarsync.engine.record;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.LogPosition;
import io.calendarsync.SyncEvent;
import io.calendarsync.model.HostKey;
import io.calendarsync.spi.provider.RemoteChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What a write path read or was answered, to be planned and applied like a page (history H2), and what belongs into the
 * same commit.
 *
 * @param seen the events as they are at the provider now, or that they are not there
 * @param sent the fields that were sent, where this is the answer to a write; absent for what was merely read
 * @param hostKey the host's name for the events
 * @param besides adds records to the commit, ten at most
 * @param entries what else is told, given its place and the time
 */
public record Sighting(
        List<RemoteChange> seen,
        Optional<Set<Field>> sent,
        HostKey hostKey,
        Consumer<Commit> besides,
        List<BiFunction<LogPosition, Instant, SyncEvent>> entries) {
    /** Copies the lists. */
    public Sighting {
        seen = List.copyOf(seen);
        entries = List.copyOf(entries);
    }
}
