package io.calendarsync.spi.provider;

import io.calendarsync.model.Event;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One item of a page.
 *
 * @since 0.1
 */
public sealed interface RemoteChange {

    /** {@return the provider's id of the event} */
    String eventId();

    /**
     * The event is there, in this state. Its calendar id is the one the session was asked with or any other: the library
     * sets it. Two are equal if their events are. Confined to one thread.
     */
    final class Present implements RemoteChange {

        private final String eventId;
        private final String tag;
        private final Supplier<Event> reader;
        private @Nullable Event read;

        private Present(String eventId, String tag, Supplier<Event> reader) {
            this.eventId = eventId;
            this.tag = tag;
            this.reader = reader;
        }

        /**
         * Creates one whose state is looked at, whatever is stored.
         *
         * @param event its state
         */
        public Present(Event event) {
            this(event.ref().eventId(), "", () -> event);
        }

        /**
         * Creates one whose state is only read where it is needed: not if that version of the event is what is stored, and
         * was understood in full.
         *
         * @param eventId the provider's id of the event
         * @param tag the version tag its state has, the same as {@code revision().etag()} of what is read: another one for
         *     any other state, and for what another version of the adapter would make of it; empty where there is none
         * @param reader reads the state, the same each time; called in the session's thread, before the session is closed
         * @return the change
         */
        public static Present tagged(String eventId, String tag, Supplier<Event> reader) {
            return new Present(eventId, tag, reader);
        }

        @Override
        public String eventId() {
            return eventId;
        }

        /** {@return the version tag that spares reading its state, empty where nothing does} */
        public String tag() {
            return tag;
        }

        /** {@return its state} */
        public Event event() {
            Event known = read;
            if (known == null) {
                known = reader.get();
                read = known;
            }
            return known;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Present that && event().equals(that.event());
        }

        @Override
        public int hashCode() {
            return event().hashCode();
        }

        @Override
        public String toString() {
            return "Present[" + event() + "]";
        }
    }

    /** The event is gone; for a series, with all its overrides. */
    record Gone(String eventId) implements RemoteChange {}

    /** The provider cannot say: the library settles it by {@link ProviderSession#fetch}. */
    record Doubtful(String eventId) implements RemoteChange {}
}
