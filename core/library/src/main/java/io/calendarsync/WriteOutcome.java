package io.calendarsync;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.OwnerId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What came of publishing something. Stands in the log of the calendar it was to be in, or to leave.
 *
 * @param position where it stands in the calendar's log
 * @param owner whose calendar it is
 * @param at when
 * @param calendar the calendar
 * @param hostKey the host's name for it
 * @param revision the revision it is about
 * @param result what came of it
 * @since 0.1
 */
public record WriteOutcome(
        LogPosition position,
        OwnerId owner,
        Instant at,
        CalendarId calendar,
        HostKey hostKey,
        long revision,
        Result result)
        implements SyncEvent {

    /** What came of a write. */
    public enum Kind {
        /** It is there as wanted, save what is held back. */
        WRITTEN,
        /** It is not there any more. */
        RETRACTED,
        /** A user has deleted it, and it is not created again. */
        REMOVED_REMOTELY,
        /** It waits for the host: somebody would get a mail nobody asked for. */
        WOULD_MAIL,
        /** It waits for the host: the provider can not, or may not, do what is wanted. */
        REFUSED,
        /** It waits for the host: it met a fault that does not pass by itself. */
        FAILED,
        /** It has failed several times and is tried again by itself. */
        DELAYED
    }

    /**
     * What came of a write.
     *
     * @param kind in one word
     * @param event the event, where it is known
     * @param heldBack fields a user has changed as well, which were left as the user wants them
     * @param why one sentence for people, empty where there is nothing to explain
     */
    public record Result(Kind kind, Optional<EventRef> event, Set<Field> heldBack, String why) {
        /**
         * Copies the set.
         *
         * @param kind in one word
         * @param event the event, where it is known
         * @param heldBack fields a user has changed as well, which were left as the user wants them
         * @param why one sentence for people, empty where there is nothing to explain
         */
        public Result {
            heldBack = Set.copyOf(heldBack);
        }

        /**
         * {@return a result with nothing held back}
         *
         * @param kind in one word
         * @param event the event, where it is known
         * @param why one sentence for people
         */
        public static Result of(Kind kind, Optional<EventRef> event, String why) {
            return new Result(kind, event, Set.of(), why);
        }
    }
}
