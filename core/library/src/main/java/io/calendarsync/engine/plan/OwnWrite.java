package io.calendarsync.engine.plan;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.model.Event;
import java.util.List;
import java.util.Set;

/**
 * What the library itself has written to an event, or is writing. What the answers to its writes said is stored, in the
 * commit that noted the answer: that is not news by its version tag. Only a write without an answer is told from others by
 * what it must leave (history H1).
 *
 * @param replaced the version tags of what it wrote over
 * @param flights writes that are not answered
 */
public record OwnWrite(Set<String> replaced, List<Flight> flights) {
    /** Copies the collections. */
    public OwnWrite {
        replaced = Set.copyOf(replaced);
        flights = List.copyOf(flights);
    }

    /**
     * A write that is not answered yet.
     *
     * @param fingerprint what it must leave, empty for a deletion
     * @param fields of which fields; of a creation nobody can tell the others
     */
    public record Flight(String fingerprint, Set<Field> fields) {

        boolean deletes() {
            return fingerprint.isEmpty();
        }
    }

    /** Returns whether that state of the event is a write's own doing. */
    boolean left(Event event, Fingerprint fingerprints) {
        return flights.stream()
                .anyMatch(one -> fingerprints.of(event, one.fields()).equals(one.fingerprint()));
    }

    /** Returns whether it is a write's own doing that there is no event any more. */
    boolean deleted() {
        return flights.stream().anyMatch(Flight::deletes);
    }

    /** Returns whether that state of the event is one that was written over: it is late, whatever it looks like. */
    boolean wroteOver(Event event) {
        String etag = event.revision().etag();
        return !etag.isEmpty() && replaced.contains(etag);
    }
}
