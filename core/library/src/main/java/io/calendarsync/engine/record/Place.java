package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where something is, was or may be published.
 *
 * @param calendar in which calendar
 * @param incarnation how many places it had there before
 * @param eventId the provider's id, empty as long as it is not known
 * @param state how it stands
 * @param base what was last agreed upon there, absent before
 * @param sent drafts that were sent since and not answered: each may have been written, or may yet be, the latest last
 */
public record Place(
        CalendarId calendar, int incarnation, String eventId, State state, Optional<Base> base, List<EventDraft> sent) {

    private static final int MOST_SENT = 2;

    /** Copies the list. */
    public Place {
        sent = List.copyOf(sent);
    }

    /** How a place stands. */
    public enum State {
        /** A creation was sent, or is about to be, and nobody knows what came of it. */
        ATTEMPTED,
        /** The event is there. */
        LINKED,
        /** Somebody else has deleted the event, as far as the provider can be believed. */
        REMOVED,
        /** Somebody else has deleted the event, and the host has agreed: it is taken back, should it be there. */
        LEAVING,
        /** The event was taken back. */
        RETRACTED,
        /** The name was taken by what is not ours, or by what nobody remembers. */
        FOREIGN
    }

    /**
     * The base of a merge (history H31).
     *
     * @param draft what the host wanted when it was last written
     * @param remote what the event then was, as far as drafts say anything of it
     */
    public record Base(EventDraft draft, EventDraft remote) {
        @Override
        public String toString() {
            return "Base[]";
        }
    }

    /** Returns whether an event of ours may be there. */
    public boolean isOpen() {
        return state == State.ATTEMPTED || state == State.LINKED || state == State.LEAVING;
    }

    /** Returns it in another state, of which nothing more is remembered if that is its end. */
    public Place state(State next) {
        boolean over = next == State.RETRACTED || next == State.FOREIGN;
        return new Place(calendar, incarnation, eventId, next, over ? Optional.empty() : base, over ? List.of() : sent);
    }

    /** Returns it with one more draft on its way. */
    public Place sending(EventDraft draft) {
        List<EventDraft> all = new ArrayList<>(sent);
        all.remove(draft);
        all.add(draft);
        return new Place(
                calendar,
                incarnation,
                eventId,
                state,
                base,
                all.subList(Math.max(0, all.size() - MOST_SENT), all.size()));
    }

    /** Returns it with the id its event has or had. */
    public Place named(String event) {
        return new Place(calendar, incarnation, event, state, base, sent);
    }

    /** Returns it linked to an event, agreed upon as that. */
    public Place linked(String event, Base agreed) {
        return new Place(calendar, incarnation, event, State.LINKED, Optional.of(agreed), List.of());
    }

    @Override
    public String toString() {
        return "Place[" + calendar + " " + incarnation + " " + eventId + " " + state + "]";
    }
}
