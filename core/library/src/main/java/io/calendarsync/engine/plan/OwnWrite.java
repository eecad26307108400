package io.calendarsync.engine.plan;

import io.calendarsync.model.Event;
import java.util.Set;

/**
 * What the library itself has written to an event, or is writing.
 *
 * @param etags the version tags the answers to its writes gave
 * @param inFlight the fingerprint a write that is not answered yet must leave, empty for none
 */
public record OwnWrite(Set<String> etags, String inFlight) {
    public OwnWrite {
        etags = Set.copyOf(etags);
    }

    /** Returns whether that state of the event is the write's own doing. */
    public boolean left(Event event, String fingerprint) {
        String etag = event.revision().etag();
        return (!etag.isEmpty() && etags.contains(etag)) || fingerprint.equals(inFlight);
    }
}
