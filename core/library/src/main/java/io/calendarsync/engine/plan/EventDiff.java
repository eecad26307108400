package io.calendarsync.engine.plan;

import io.calendarsync.Difference;
import io.calendarsync.FieldChange;
import io.calendarsync.FieldChange.Field;
import io.calendarsync.model.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two states of an event. Empty exactly where their fingerprints are equal; two different values
 * may have the same text, such as a description that turned from plain text into HTML. Thread-safe.
 */
public final class EventDiff {

    private final Field[] fields = Field.values();

    /** Creates it. */
    public EventDiff() {}

    /** Returns the fields that differ and what that amounts to. */
    public Difference between(Event before, Event after) {
        List<FieldChange> changes = new ArrayList<>();
        ByteSink one = new ByteSink();
        ByteSink other = new ByteSink();
        for (Field field : fields) {
            one.clear();
            other.clear();
            Canonical.write(field, before, one);
            Canonical.write(field, after, other);
            if (!one.sameAs(other)) {
                changes.add(new FieldChange(field, FieldText.of(field, before), FieldText.of(field, after)));
            }
        }
        return changes.isEmpty() ? Difference.none() : new Difference(changes, Meanings.of(changes, before, after));
    }
}
