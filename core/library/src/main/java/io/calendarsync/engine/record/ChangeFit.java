package io.calendarsync.engine.record;

import io.calendarsync.Difference;
import io.calendarsync.EventChange;
import io.calendarsync.FieldChange;
import io.calendarsync.model.Event;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.ProviderExtras;

/**
 * Cuts changes that are too large for a payload; thread-safe. Two events that fit a record each need not fit one entry
 * of the log together.
 */
public final class ChangeFit {

    private static final int LONGEST_TEXT = 400;
    private static final int ROOM_PER_FIELD = 2 * (6 * LONGEST_TEXT + 120) + 100;
    private static final int ROOM = 4 * 1024;

    /** The least an entry may be limited to: two states and every field. */
    public static final int LEAST_BYTES =
            2 * PayloadFit.LEAST_BYTES + FieldChange.Field.values().length * ROOM_PER_FIELD + ROOM;

    private final SyncEventCodec codec;
    private final PayloadFit fit;

    /** Creates it for payloads of that codec, with events cut as that fit does. */
    public ChangeFit(SyncEventCodec codec, PayloadFit fit) {
        this.codec = codec;
        this.fit = fit;
    }

    /**
     * Returns the change itself, or what fits of it: the states lose the provider's own JSON, then what
     * {@link PayloadFit} cuts, and the texts of fields are cut.
     *
     * @param maxBytes most bytes of its payload, at least {@link #LEAST_BYTES}
     */
    public EventChange fit(EventChange change, int maxBytes) {
        if (maxBytes < LEAST_BYTES) {
            throw new IllegalArgumentException("maxBytes must be at least " + LEAST_BYTES + ", is " + maxBytes);
        }
        if (bound(change) <= maxBytes || codec.plainSize(change) <= maxBytes) {
            return change;
        }
        int share = (maxBytes - ROOM - change.fields().size() * ROOM_PER_FIELD) / 2;
        return new EventChange(
                change.position(),
                change.owner(),
                change.at(),
                change.kind(),
                change.before().map(event -> fit.fit(withoutExtras(event), share)),
                change.after().map(event -> fit.fit(withoutExtras(event), share)),
                new Difference(change.fields().stream().map(ChangeFit::cut).toList(), change.meanings()),
                change.provenance());
    }

    private static long bound(EventChange change) {
        long texts = change.fields().stream()
                .mapToLong(field -> field.before().length() + field.after().length() + 100L)
                .sum();
        return 6 * texts
                + change.before().map(PayloadBound::of).orElse(0L)
                + change.after().map(PayloadBound::of).orElse(0L)
                + ROOM;
    }

    private static Event withoutExtras(Event event) {
        Extensions extensions = event.extensions();
        return event.toBuilder()
                .extensions(new Extensions(extensions.properties(), ProviderExtras.none(), extensions.degradations()))
                .build();
    }

    private static FieldChange cut(FieldChange change) {
        return new FieldChange(change.field(), cut(change.before()), cut(change.after()));
    }

    private static String cut(String text) {
        return new CutMarks().text("field", text, LONGEST_TEXT);
    }
}
