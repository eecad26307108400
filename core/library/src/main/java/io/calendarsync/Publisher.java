package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;

/**
 * Puts events of the host's into calendars, keeps them as the host wants them, and takes them back. Thread-safe.
 *
 * <p>Nothing here makes a remote call: what is wanted is stored, in the host's own transaction where the store joins it, and
 * written by {@link Work} as soon as the calendar is free. What came of it is told as a {@link WriteOutcome} in the
 * calendar's log. Of many revisions that wait only the newest is written.
 *
 * <p>A host key names one thing across the whole installation, whoever's calendar it is in.
 *
 * @since 0.1
 */
public interface Publisher {

    /**
     * Wants an event to be in a calendar as the draft says; nobody gets a mail.
     *
     * @param key the host's name for it
     * @param revision rises with every change of it at the host
     * @param target in which calendar; another one than before moves it
     * @param draft what it is to be; what it leaves open is left to the provider and its users
     * @return whether that is now what is wanted
     * @throws InvalidRequest if the draft says no time, or is larger than 24 kB as JSON
     */
    default PutResult put(HostKey key, long revision, CalendarId target, EventDraft draft) {
        return put(key, revision, target, draft, Invitations.NONE);
    }

    /**
     * Wants an event to be in a calendar as the draft says.
     *
     * @param key the host's name for it
     * @param revision rises with every change of it at the host
     * @param target in which calendar; another one than before moves it
     * @param draft what it is to be; what it leaves open is left to the provider and its users
     * @param invitations who gets a mail; where it moves, about the place it leaves too
     * @return whether that is now what is wanted
     * @throws InvalidRequest if the draft says no time, or is larger than 24 kB as JSON
     */
    PutResult put(HostKey key, long revision, CalendarId target, EventDraft draft, Invitations invitations);

    /**
     * Wants an event to be nowhere; nobody gets a mail.
     *
     * @param key the host's name for it
     * @param revision rises with every change of it at the host
     * @return whether that is now what is wanted; a put of a lower revision that comes late is superseded
     */
    default PutResult retract(HostKey key, long revision) {
        return retract(key, revision, Invitations.NONE);
    }

    /**
     * Wants an event to be nowhere.
     *
     * @param key the host's name for it
     * @param revision rises with every change of it at the host
     * @param invitations who gets a mail
     * @return whether that is now what is wanted; a put of a lower revision that comes late is superseded
     */
    PutResult retract(HostKey key, long revision, Invitations invitations);

    /**
     * Takes charge of an event the host wrote before it used this library. The next put changes it where it is.
     *
     * @param key the host's name for it; not published yet, or published as this event
     * @param existing an event that is stored
     * @throws NotFound if no such event is stored
     * @throws AccessDenied if its calendar cannot be written to
     * @throws InvalidRequest if the key is published elsewhere, or the event under another key
     */
    void adopt(HostKey key, EventRef existing);

    /**
     * {@return how it stands}
     *
     * @param key the host's name for it
     */
    PublicationStatus status(HostKey key);

    /**
     * {@return a publisher of the host's own things}
     *
     * @param <T> the host's type
     * @param mapping says what a thing is as an event
     */
    <T> EntityPublisher<T> of(Mapping<T> mapping);
}
