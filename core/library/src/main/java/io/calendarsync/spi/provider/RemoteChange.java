package io.calendarsync.spi.provider;

import io.calendarsync.model.Event;

/**
 * One item of a page.
 *
 * @since 0.1
 */
public sealed interface RemoteChange {

    /** {@return the provider's id of the event} */
    String eventId();

    /** The event is there, in this state. Its calendar id is the one the session was asked with or any other: the
     * library sets it. */
    record Present(Event event) implements RemoteChange {
        @Override
        public String eventId() {
            return event.ref().eventId();
        }
    }

    /** The event is gone; for a series, with all its overrides. */
    record Gone(String eventId) implements RemoteChange {}

    /** The provider cannot say: the library settles it by {@link ProviderSession#fetch}. */
    record Doubtful(String eventId) implements RemoteChange {}
}
