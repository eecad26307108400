package io.calendarsync.engine.plan;

import io.calendarsync.Difference;
import io.calendarsync.EventChange;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.model.Event;

/** One thing to be done to the stored events. */
public sealed interface Action {

    /** Store an event that is new. */
    record Create(Event after, String fingerprint, EventChange.Kind kind, EventChange.Origin origin)
            implements Action {}

    /** Store another state of an event, and tell of it. */
    record Update(KnownEvent before, Event after, String fingerprint, Difference difference, EventChange.Origin origin)
            implements Action {}

    /** Store another version of an event that means the same; nobody is told. */
    record Refresh(KnownEvent before, Event after, String fingerprint) implements Action {}

    /** Remove an event, and tell of it. */
    record Remove(KnownEvent before, EventChange.Kind kind, EventChange.Origin origin) implements Action {

        /** Creates one that somebody at the provider is behind. */
        public Remove(KnownEvent before, EventChange.Kind kind) {
            this(before, kind, EventChange.Origin.EXTERNAL);
        }
    }
}
