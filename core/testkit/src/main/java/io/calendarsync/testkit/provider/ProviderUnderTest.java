package io.calendarsync.testkit.provider;

import io.calendarsync.NotificationRequest;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.SessionContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An adapter and the stand-in server it talks to, as {@link ProviderContract} drives them: one account that sees one
 * calendar, empty at first. What a stand-in can do besides is said by the interfaces in here that it implements; tests
 * of what it cannot do are skipped and say so.
 *
 * <p>Every edit is visible to the adapter's next request once {@link #settle} has returned. Used by one thread, while up
 * to two sessions read.
 *
 * @since 0.1
 */
public interface ProviderUnderTest extends AutoCloseable {

    /** {@return the adapter, the same each time} */
    CalendarProvider provider();

    /** {@return what opens the account, the same each time} Its clock is the one the stand-in's answers go by. */
    SessionContext context();

    /** {@return the provider's id of the calendar} */
    String calendar();

    /** {@return strings that nothing printable may show, such as a token or a part of a secret address} */
    Set<String> secrets();

    /**
     * Creates an event, or replaces the one told under the same id.
     *
     * @param event a single event, series or override with title, time and shape; of an override the {@code seriesId} is
     *     what this method returned for the series
     * @return the id under which the adapter tells it, the same for every state of the event
     */
    String put(Event event);

    /**
     * Deletes an event, and with a series its overrides.
     *
     * @param eventId what {@link #put} returned
     */
    void remove(String eventId);

    /** Lets pass what time the stand-in needs until edits are seen; does nothing where they are seen at once. */
    default void settle() {}

    /**
     * Makes the stand-in answer the next request, whatever it is, with an HTTP status and nothing else of use.
     *
     * @param status an HTTP status
     * @param retryAfter the pause to ask for, absent for none
     */
    void failNext(int status, Optional<Duration> retryAfter);

    /** {@return how many requests have reached the stand-in, refused ones included} */
    long requests();

    /** Stops the stand-in. */
    @Override
    void close();

    /** A stand-in whose cursors can be lost. */
    interface LosesCursors extends ProviderUnderTest {
        /** Makes every cursor and page token given so far unknown. */
        void loseCursors();
    }

    /** A stand-in whose page tokens can be lost, without the cursor the round began with. */
    interface LosesPages extends ProviderUnderTest {
        /** Makes every page token given so far unknown. */
        void losePages();
    }

    /** A stand-in that can take the calendar out of the account's sight. */
    interface Unshares extends ProviderUnderTest {
        /** Takes the calendar away from the account. */
        void unshare();
    }

    /** A stand-in whose events can be cancelled instead of deleted. */
    interface Cancels extends ProviderUnderTest {
        /**
         * Cancels a single event or an override, as its organizer does who wants it to be seen that it does not take place.
         *
         * @param eventId what {@link #put} returned
         */
        void cancel(String eventId);
    }

    /**
     * A stand-in for a provider where an instance, once changed, can be changed again or cancelled and never becomes one
     * like the others: {@link #remove} of an override then cancels it.
     */
    interface KeepsOverrides extends ProviderUnderTest {}

    /** A stand-in that can hold an item the adapter cannot map. */
    interface HoldsUnreadable extends ProviderUnderTest {
        /**
         * Adds an item that cannot be mapped.
         *
         * @return the id under which it is told all the same
         */
        String putUnreadable();
    }

    /** A stand-in for a provider that sends notifications; to be implemented where {@code push()} is present. */
    interface Notifies extends ProviderUnderTest {
        /**
         * {@return a notification as the provider sends it}
         *
         * @param channel the watch it is for
         * @param secret what proves it
         */
        NotificationRequest notice(String channel, String secret);

        /**
         * {@return a handshake as the provider sends it, absent where it has none}
         *
         * @param token what the answer has to repeat
         */
        Optional<NotificationRequest> handshake(String token);
    }

    /** A stand-in for a provider whose calendars can be watched; to be implemented where sessions can watch. */
    interface Watches extends Notifies {
        /** {@return where its notifications are to go} */
        URI address();

        /** {@return the notifications that have come there since this was last asked, all that are due} */
        List<NotificationRequest> delivered();
    }

    /** A stand-in for a provider that takes writes; to be implemented where sessions can write. */
    interface TakesWrites extends ProviderUnderTest {
        /** {@return whether its calendar may be written to; if not, writes are refused} */
        default boolean isWritten() {
            return true;
        }
    }

    /** A stand-in for a provider that tells when calendars are busy; to be implemented where sessions can ask. */
    interface TellsBusy extends ProviderUnderTest {}
}
