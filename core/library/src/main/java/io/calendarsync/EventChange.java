package io.calendarsync;

import io.calendarsync.model.Event;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One difference between two successively observed states of a calendar.
 *
 * @param position where it stands in the calendar's log
 * @param owner whose calendar it is
 * @param at when it was observed
 * @param kind what happened
 * @param before the event as last known; absent where it is new to the store
 * @param after the event as it is now; absent where it has gone
 * @param difference what changed between the two
 * @param provenance where it came from
 * @since 0.1
 */
public record EventChange(
        LogPosition position,
        OwnerId owner,
        Instant at,
        Kind kind,
        Optional<Event> before,
        Optional<Event> after,
        Difference difference,
        Provenance provenance)
        implements SyncEvent {

    /** What happened to an event. */
    public enum Kind {
        /** It is new. */
        CREATED,
        /** Something about it changed. */
        UPDATED,
        /** It was deleted. */
        DELETED,
        /** It lies outside what is kept or listed now; nobody deleted it. */
        LEFT_WINDOW,
        /** It lies inside what is kept or listed now; nobody created it. */
        ENTERED_WINDOW
    }

    /** Who made a change. */
    public enum Origin {
        /** Somebody at the provider. */
        EXTERNAL,
        /** The library, for the host. */
        OURS
    }

    /**
     * Where a change came from.
     *
     * @param origin who made it
     * @param hostKey the host's name for the event, where it has one
     * @param initial whether it is part of the first reading of a calendar, or of a snapshot, rather than news
     */
    public record Provenance(Origin origin, Optional<HostKey> hostKey, boolean initial) {

        /** {@return that of news from the provider} */
        public static Provenance external() {
            return new Provenance(Origin.EXTERNAL, Optional.empty(), false);
        }

        /** {@return that of a first reading} */
        public static Provenance firstReading() {
            return new Provenance(Origin.EXTERNAL, Optional.empty(), true);
        }
    }

    /**
     * Checks that it is about an event.
     *
     * @param position where it stands in the calendar's log
     * @param owner whose calendar it is
     * @param at when it was observed
     * @param kind what happened
     * @param before the event as last known; absent where it is new to the store
     * @param after the event as it is now; absent where it has gone
     * @param difference what changed between the two
     * @param provenance where it came from
     * @throws IllegalArgumentException if there is neither a before nor an after
     */
    public EventChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change has a before, an after, or both");
        }
    }

    /** {@return the event as it is now, or as last known where it has gone} */
    public Event event() {
        return after.or(() -> before).orElseThrow();
    }

    /** {@return the fields that differ} */
    public List<FieldChange> fields() {
        return difference.fields();
    }

    /** {@return what the differences amount to} */
    public Set<Meaning> meanings() {
        return difference.meanings();
    }

    /**
     * {@return the stretches of time it touches: those of the event as it was and as it is, and the original place of
     * an override, joined where they meet}
     *
     * @param within what is of interest, as short as possible, since a series may be endless
     * @param viewer the zone in which dates and floating times are read
     */
    public List<Interval> affected(Interval within, ZoneId viewer) {
        return Affected.by(this, within, viewer);
    }

    /** {@return whether it is part of a first reading or snapshot} */
    public boolean initial() {
        return provenance.initial();
    }
}
