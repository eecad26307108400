package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;
import java.util.List;
import java.util.Optional;

/**
 * What the host wants of one thing it publishes, and every place where it is, was or may be. A place is written down
 * before anything is created there and is never dropped while its calendar is known (history H32).
 *
 * @param key the host's name for it; absent for one that was taken back before it was ever put, of which only the
 *     revision is kept
 * @param revision of what is wanted
 * @param wanted what is to be published, absent where it is to be taken back
 * @param farewell who is told when it is taken back
 * @param written the revision that was last written to its end, {@link #NEVER} before the first
 * @param places in the order they were first tried
 * @param errands what there is to do in each calendar; one for every calendar among the places and the target
 */
public record Publication(
        Optional<HostKey> key,
        long revision,
        Optional<Wanted> wanted,
        Invitations farewell,
        long written,
        List<Place> places,
        List<Errand> errands) {

    /** Lower than any revision. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Copies the lists. */
    public Publication {
        places = List.copyOf(places);
        errands = List.copyOf(errands);
    }

    /**
     * What is to be published.
     *
     * @param target where
     * @param draft what
     * @param invitations who is told
     */
    public record Wanted(CalendarId target, EventDraft draft, Invitations invitations) {

        /** Says where, and nothing of what. */
        @Override
        public String toString() {
            return "Wanted[" + target + "]";
        }
    }

    /** Returns one of which nothing is known. */
    public static Publication of(HostKey key) {
        return new Publication(
                Optional.of(key), NEVER, Optional.empty(), Invitations.NONE, NEVER, List.of(), List.of());
    }

    /** Returns whether it is to be in that calendar. */
    public boolean isWantedIn(CalendarId calendar) {
        return wanted.filter(one -> one.target().equals(calendar)).isPresent();
    }

    /** Returns the latest place in a calendar. */
    public Optional<Place> placeIn(CalendarId calendar) {
        return places.stream()
                .filter(place -> place.calendar().equals(calendar))
                .reduce((earlier, later) -> later);
    }

    /** Returns the places in a calendar that have not come to their end. */
    public List<Place> openIn(CalendarId calendar) {
        return places.stream()
                .filter(place -> place.calendar().equals(calendar) && place.isOpen())
                .toList();
    }

    /** Returns whether it is, as far as is known, where it is to be. */
    public boolean isLinkedAtTarget() {
        return wanted.flatMap(one -> placeIn(one.target()))
                .filter(place -> place.state() == Place.State.LINKED)
                .isPresent();
    }

    /** Returns what there is to do in a calendar. */
    public Optional<Errand> errandIn(CalendarId calendar) {
        return errands.stream()
                .filter(errand -> errand.calendar().equals(calendar))
                .findFirst();
    }

    /** Returns the host's name for it. */
    public HostKey hostKey() {
        return key.orElseThrow();
    }

    /** Names no content. */
    @Override
    public String toString() {
        return "Publication[revision=" + revision + ", places=" + places + "]";
    }
}
