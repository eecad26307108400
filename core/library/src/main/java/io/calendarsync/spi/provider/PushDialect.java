package io.calendarsync.spi.provider;

import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads a provider's notifications. Pure and quick: no I/O, thread-safe, and never trusts what it reads.
 *
 * @since 0.1
 */
public interface PushDialect {

    /**
     * {@return what the request is}
     *
     * @param request a request to the host's notification endpoint, perhaps not this provider's
     */
    Reading read(NotificationRequest request);

    /** What a request turned out to be. */
    sealed interface Reading {

        /** Not one of this provider's requests. */
        record Foreign() implements Reading {}

        /** A handshake, to be answered at once and without the store. */
        record Handshake(NotificationReply reply) implements Reading {}

        /** Hints that calendars may have changed. */
        record Notices(List<Notice> notices) implements Reading {
            /**
             * Copies the list.
             *
             * @param notices in the order received, may be empty
             */
            public Notices {
                notices = List.copyOf(notices);
            }
        }
    }

    /**
     * A claim that something happened; worth as much as its secret.
     *
     * @param channel the id of the watch channel
     * @param secret what proves it, to be compared in constant time; may be empty
     * @param kind what it says
     * @param resource the provider's id of what is watched, empty where it does not tell
     * @param expires when the channel ends, absent where it does not tell
     */
    record Notice(String channel, String secret, Kind kind, String resource, Optional<Instant> expires) {

        /**
         * Creates a notice of a change that tells nothing of its channel.
         *
         * @param channel the id of the watch channel
         * @param secret what proves it; may be empty
         */
        public Notice(String channel, String secret) {
            this(channel, secret, Kind.CHANGED, "", Optional.empty());
        }

        @Override
        public String toString() {
            return "Notice[channel=" + channel + ", kind=" + kind + ", secret=(redacted)]";
        }
    }

    /** What a notice says. */
    enum Kind {
        /** The channel stands; nothing has changed. */
        OPENED,
        /** What is watched may have changed. */
        CHANGED
    }
}
