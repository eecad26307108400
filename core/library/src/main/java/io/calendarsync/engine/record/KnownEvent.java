package io.calendarsync.engine.record;

import io.calendarsync.model.Event;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An event as stored. What it says is only read when it is asked for. Confined to one thread. */
public final class KnownEvent {

    private final EventKey key;
    private final ContentMark mark;
    private final Supplier<StoredEvent> payload;
    private @Nullable StoredEvent read;

    KnownEvent(EventKey key, ContentMark mark, Supplier<StoredEvent> payload) {
        this.key = key;
        this.mark = mark;
        this.payload = payload;
    }

    /** Returns where it stands. */
    public EventKey key() {
        return key;
    }

    /** Returns what stands for its content. */
    public ContentMark mark() {
        return mark;
    }

    /** Returns the fingerprint of its content. */
    public String fingerprint() {
        return mark.fingerprint();
    }

    /**
     * Returns the event.
     *
     * @throws NewerPayload if only a newer build may read it
     * @throws UnreadablePayload if it is damaged
     */
    public Event event() {
        return stored().event();
    }

    /** Returns what a newer writer added. */
    UnknownMembers unknown() {
        return stored().unknown();
    }

    private StoredEvent stored() {
        StoredEvent known = read;
        if (known == null) {
            known = payload.get();
            read = known;
        }
        return known;
    }
}
