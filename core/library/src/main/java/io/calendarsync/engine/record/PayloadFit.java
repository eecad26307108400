package io.calendarsync.engine.record;

import io.calendarsync.model.Event;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.ProviderExtras;
import io.calendarsync.model.Revision;

/**
 * Cuts events that are too large for a payload (history H12); thread-safe.
 *
 * <p>The event is cut before its fingerprint is taken and before it is compared with the stored one, so a giant that did
 * not change is found unchanged: what is cut depends on its content alone, and the marks carry the digest of what is
 * gone. Sizes are those before the payload is deflated, for these are the same on every node.
 */
public final class PayloadFit {

    /** The least a payload may be limited to. */
    public static final int LEAST_BYTES = 64 * 1024;

    /** Room for what is no content and may grow from one reading to the next: stamps, tags, the mark of the extras. */
    private static final int ROOM = 5 * 1024;

    private static final int LONGEST_ETAG = 500;

    private final EventCodec codec;

    /** Creates it for payloads of that codec. */
    public PayloadFit(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * Returns the event itself, or what fits of it.
     *
     * <p>The provider's own JSON goes first, silently: it is no content, and its place is taken by an object that says
     * so. Then go the description, the ends of long lists, long texts and ids, dates of a series; each adds a
     * degradation TOO_LARGE. An id is cut only where it is the id itself that is too large; take the record's key from
     * the id as received.
     *
     * @param maxBytes most bytes of its payload, at least {@link #LEAST_BYTES}
     */
    public Event fit(Event event, int maxBytes) {
        if (maxBytes < LEAST_BYTES) {
            throw new IllegalArgumentException("maxBytes must be at least " + LEAST_BYTES + ", is " + maxBytes);
        }
        if (PayloadBound.of(event) <= maxBytes - ROOM) {
            return event;
        }
        Event content = content(event, maxBytes - ROOM);
        Event whole = stamped(content, event.revision(), event.extensions().extras());
        return codec.plainSize(whole) <= maxBytes
                ? whole
                : stamped(content, event.revision(), mark(event.extensions().extras()));
    }

    private Event content(Event event, int budget) {
        Event content = stamped(event, Revision.of(""), ProviderExtras.none());
        if (codec.plainSize(content) <= budget) {
            return content;
        }
        Event cut = content;
        for (CutLevel level : CutLevel.IN_ORDER) {
            cut = EventCut.of(content, level);
            if (codec.plainSize(cut) <= budget) {
                return cut;
            }
        }
        return cut;
    }

    private static Event stamped(Event event, Revision stamps, ProviderExtras extras) {
        Extensions extensions = event.extensions();
        String etag = stamps.etag().length() <= LONGEST_ETAG ? stamps.etag() : CutMarks.mark(stamps.etag());
        return event.toBuilder()
                .revision(new Revision(event.uid(), stamps.sequence(), etag, stamps.updated()))
                .extensions(new Extensions(extensions.properties(), extras, extensions.degradations()))
                .build();
    }

    private static ProviderExtras mark(ProviderExtras extras) {
        return extras.json().isEmpty()
                ? extras
                : new ProviderExtras("{\"calendarsync:cut\":\"" + CutMarks.mark(extras.json()) + "\"}");
    }
}
