package io.calendarsync;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.ShowAs;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells which events block time, and when a calendar is too old to tell: one rule for all providers. What is cancelled, declined or shown as free never does;
 * being out of office always does, and so does what a provider does not describe any further.
 *
 * @param tentative whether what may take place blocks time: by its status, how it is shown, or the owner's answer
 * @param unanswered whether an invitation the owner has not answered does
 * @param workingElsewhere whether being at work in another place does
 * @param allDay whether whole days do
 * @param staleAfter how long after a calendar was last in step it is not known any more what it holds, more than zero
 * @since 0.1
 */
public record BusyPolicy(
        boolean tentative, boolean unanswered, boolean workingElsewhere, boolean allDay, Duration staleAfter) {

    /** Twice what a feed may ask for between two readings. */
    private static final Duration USUALLY_STALE_AFTER = Duration.ofDays(2);

    /**
     * Checks the duration.
     *
     * @param tentative whether what may take place blocks time: by its status, how it is shown, or the owner's answer
     * @param unanswered whether an invitation the owner has not answered does
     * @param workingElsewhere whether being at work in another place does
     * @param allDay whether whole days do
     * @param staleAfter how long after a calendar was last in step it is not known any more what it holds, more than
     *     zero
     * @throws IllegalArgumentException if it is not more than zero
     */
    public BusyPolicy {
        if (staleAfter.isZero() || staleAfter.isNegative()) {
            throw new IllegalArgumentException("staleAfter must be more than zero, is " + staleAfter);
        }
    }

    /** {@return the library's own: all of it blocks time but working elsewhere, and two days are too long} */
    public static BusyPolicy standard() {
        return new BusyPolicy(true, true, false, true, USUALLY_STALE_AFTER);
    }

    /**
     * {@return this policy with another rule for what may take place}
     *
     * @param blocks whether it blocks time
     */
    public BusyPolicy tentative(boolean blocks) {
        return new BusyPolicy(blocks, unanswered, workingElsewhere, allDay, staleAfter);
    }

    /**
     * {@return this policy with another rule for invitations without an answer}
     *
     * @param blocks whether they block time
     */
    public BusyPolicy unanswered(boolean blocks) {
        return new BusyPolicy(tentative, blocks, workingElsewhere, allDay, staleAfter);
    }

    /**
     * {@return this policy with another rule for working elsewhere}
     *
     * @param blocks whether it blocks time
     */
    public BusyPolicy workingElsewhere(boolean blocks) {
        return new BusyPolicy(tentative, unanswered, blocks, allDay, staleAfter);
    }

    /**
     * {@return this policy with another rule for whole days}
     *
     * @param blocks whether they block time
     */
    public BusyPolicy allDay(boolean blocks) {
        return new BusyPolicy(tentative, unanswered, workingElsewhere, blocks, staleAfter);
    }

    /**
     * {@return this policy with another age at which a calendar no longer counts as known}
     *
     * @param age since it was last in step, more than zero
     */
    public BusyPolicy staleAfter(Duration age) {
        return new BusyPolicy(tentative, unanswered, workingElsewhere, allDay, age);
    }

    /**
     * {@return whether an event blocks time}
     *
     * @param event as stored
     */
    public boolean blocks(Event event) {
        ShowAs shown = event.disposition().showAs();
        Optional<ParticipationStatus> answer = answer(event);
        if (event.disposition().status() == EventStatus.CANCELLED
                || shown == ShowAs.FREE
                || answer.filter(given -> given == ParticipationStatus.DECLINED).isPresent()) {
            return false;
        }
        if (shown == ShowAs.OUT_OF_OFFICE) {
            return true;
        }
        if (!allDay && event.time() instanceof EventTime.AllDay) {
            return false;
        }
        if (!unanswered
                && answer.filter(given -> given == ParticipationStatus.NEEDS_ACTION)
                        .isPresent()) {
            return false;
        }
        if (!tentative && isTentative(event, answer)) {
            return false;
        }
        return workingElsewhere || shown != ShowAs.WORKING_ELSEWHERE;
    }

    private static boolean isTentative(Event event, Optional<ParticipationStatus> answer) {
        return event.disposition().status() == EventStatus.TENTATIVE
                || event.disposition().showAs() == ShowAs.TENTATIVE
                || answer.filter(given -> given == ParticipationStatus.TENTATIVE)
                        .isPresent();
    }

    /** The answer of whoever the calendar belongs to, where they are invited. */
    private static Optional<ParticipationStatus> answer(Event event) {
        return event.participants().self().map(Attendee::status);
    }
}
