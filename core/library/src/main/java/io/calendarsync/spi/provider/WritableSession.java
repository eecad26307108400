package io.calendarsync.spi.provider;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.RecurrenceId;
import java.util.Optional;

/**
 * A session that writes events. What a calendar allows travels with {@link RemoteCalendar#access}.
 *
 * <p>What may well happen is an answer, see {@link WriteAnswer}; trouble is one of {@link
 * io.calendarsync.CalendarSyncException}'s leaves. After a {@link io.calendarsync.TransientFailure} it is unknown whether
 * the write happened; none is repeated here.
 *
 * @since 0.1
 */
public interface WritableSession extends ProviderSession {

    /**
     * Creates an event under a name of ours, so that the same creation twice makes one event.
     *
     * @param calendar the provider's id of the calendar
     * @param creation what, and under which name
     * @return {@link WriteAnswer.Written}, or {@link WriteAnswer.Exists} if the name is taken, if only by an event that was
     *     deleted, or {@link WriteAnswer.Refused}
     */
    WriteAnswer create(String calendar, Creation creation);

    /**
     * {@return the id the event of a creation has, or has had, in that calendar; absent where only its answer tells}
     *
     * <p>Makes no remote call.
     *
     * @param creation what is, or was, to be created
     */
    Optional<String> idOf(Creation creation);

    /**
     * Changes an event: what the draft leaves open stays as it is, and so does what the library does not know.
     *
     * @param calendar the provider's id of the calendar
     * @param base the event as it was read last; its version tag has to be the provider's still, where it has one
     * @param draft what is to change
     * @param invitations who is to be told
     * @return {@link WriteAnswer.Written}, {@link WriteAnswer.Stale}, {@link WriteAnswer.Missing} or {@link
     *     WriteAnswer.Refused}
     */
    WriteAnswer update(String calendar, Event base, EventDraft draft, Invitations invitations);

    /**
     * Deletes an event; of an instance of a series, takes only that out.
     *
     * @param calendar the provider's id of the calendar
     * @param base the event as it was read last; its version tag has to be the provider's still, where it has one
     * @param invitations who is to be told
     * @return {@link WriteAnswer.Missing} whether it was there or not, {@link WriteAnswer.Stale} or {@link
     *     WriteAnswer.Refused}
     */
    WriteAnswer delete(String calendar, Event base, Invitations invitations);

    /**
     * Moves an event to another calendar of the account, where it may get another id.
     *
     * @param calendar the provider's id of the calendar it is in
     * @param base the event as it was read last
     * @param target the provider's id of the calendar it is to be in
     * @param invitations who is to be told
     * @return {@link WriteAnswer.Written} as it is in the target, {@link WriteAnswer.Missing} or {@link
     *     WriteAnswer.Refused} where the provider cannot move such an event
     */
    WriteAnswer move(String calendar, Event base, String target, Invitations invitations);

    /**
     * {@return an instance of a series, changed before or not, to be updated or deleted; absent where there is none}
     *
     * @param calendar the provider's id of the calendar
     * @param seriesId the provider's id of the series
     * @param at the start the rule gives it
     */
    Optional<Event> instance(String calendar, String seriesId, RecurrenceId at);
}
