package io.calendarsync.engine.publish;

import io.calendarsync.engine.record.DraftField;
import io.calendarsync.engine.record.Place;
import io.calendarsync.engine.record.Portrait;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventDraftBuilder;
import io.calendarsync.model.EventShape;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be sent to make an event what the host wants, field by field (history H31). Ours is what the host has changed
 * since it was last written, theirs what somebody else has changed at the provider since; what both have is left as they
 * want it, and named.
 *
 * @param send what is ours alone
 * @param held what is ours and theirs
 */
record Merge(EventDraft send, Set<DraftField> held) {

    static Merge of(EventDraft wanted, Place place, Event remote) {
        EventDraft now = Portrait.of(remote);
        Optional<Place.Base> base = place.base();
        boolean reshaped = !(remote.shape() instanceof EventShape.Single);
        Set<DraftField> send = EnumSet.noneOf(DraftField.class);
        Set<DraftField> held = EnumSet.noneOf(DraftField.class);
        for (DraftField field : DraftField.values()) {
            if (!field.isIn(wanted) || field.isSame(wanted, now)) {
                continue;
            }
            // What we sent and nobody answered may be what is there now: it is nobody else's doing.
            boolean sent = place.sent().stream().anyMatch(one -> field.isSame(one, now));
            boolean ours =
                    base.isEmpty() || sent || !field.isSame(wanted, base.get().draft());
            boolean theirs =
                    (base.isPresent() && !sent && !field.isSame(now, base.get().remote()))
                            || (reshaped && field == DraftField.TIME);
            if (ours) {
                (theirs ? held : send).add(field);
            }
        }
        return new Merge(withAnswers(Portrait.only(wanted, send), now), held);
    }

    /**
     * Returns what is agreed upon once it is sent. What nobody had to send is not: should the host change it later, what a
     * user has made of it since is still theirs.
     */
    Place.Base agreed(EventDraft wanted, Place place, Event after) {
        EventDraft now = Portrait.of(after);
        EventDraftBuilder left = EventDraft.builder();
        for (DraftField field : DraftField.values()) {
            boolean settled = field.isIn(send) || held.contains(field) || field.isSame(wanted, now);
            field.copy(settled ? now : place.base().map(Place.Base::remote).orElse(now), left);
        }
        return new Place.Base(wanted, left.build());
    }

    boolean isNothing() {
        return send.isEmpty();
    }

    /** What the invited have said is theirs, whoever writes the list. */
    private static EventDraft withAnswers(EventDraft send, EventDraft now) {
        if (send.attendees().isEmpty()) {
            return send;
        }
        List<Attendee> known = now.attendees().orElse(List.of());
        return send.toBuilder()
                .attendees(send.attendees().get().stream()
                        .map(one -> known.stream()
                                .filter(other -> address(other).equals(address(one)))
                                .findFirst()
                                .map(other -> new Attendee(other.person(), one.role(), other.status(), other.self()))
                                .orElse(one))
                        .toList())
                .build();
    }

    private static String address(Attendee attendee) {
        return attendee.person().address().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what is agreed upon where a creation without an answer is found: what it shows of what was sent is ours, what
     * it shows instead is somebody else's.
     */
    static Place.Base found(Place place, Event remote) {
        EventDraft now = Portrait.of(remote);
        EventDraftBuilder ours = EventDraft.builder();
        EventDraftBuilder left = EventDraft.builder();
        for (DraftField field : DraftField.values()) {
            Optional<EventDraft> shown = place.sent().stream()
                    .filter(sent -> field.isIn(sent) && field.isSame(sent, now))
                    .findFirst();
            Optional<EventDraft> last =
                    place.sent().stream().filter(field::isIn).reduce((earlier, later) -> later);
            shown.or(() -> last).ifPresent(sent -> field.copy(sent, ours));
            field.copy(shown.isPresent() ? now : last.orElse(now), left);
        }
        return new Place.Base(ours.build(), left.build());
    }
}
