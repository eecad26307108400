package io.calendarsync;

import java.util.Objects;

/**
 * Is told of everything that changes: at least once, in order within each log, on whichever node has it registered. A
 * handler that fails is tried again with growing pauses; after several failures its delivery from that one log is parked
 * until the host says {@link Feed#replay} or {@link Feed#skip}.
 *
 * <p>Called from the threads that run {@link Work}; entries of different logs may come at the same time.
 *
 * @since 0.1
 */
public interface Subscriber {

    /** {@return its durable name: 1 to 60 lower-case letters, digits and hyphens} */
    String name();

    /** {@return where a subscriber that is new begins; asked once in its life} */
    default Beginning beginning() {
        return Beginning.FROM_NOW;
    }

    /** {@return what it wants to be told; everything but the host's own writes if nothing is said} */
    default Interest interest() {
        return Interest.usual();
    }

    /**
     * {@return this subscriber with another interest}
     *
     * @param wanted what it is to be told
     */
    default Subscriber interestedIn(Interest wanted) {
        Subscriber same = this;
        return new Subscriber() {
            @Override
            public String name() {
                return same.name();
            }

            @Override
            public Beginning beginning() {
                return same.beginning();
            }

            @Override
            public Interest interest() {
                return wanted;
            }

            @Override
            public void receive(Delivery delivery) throws Exception {
                same.receive(delivery);
            }
        };
    }

    /**
     * Handles one entry. Returning normally acknowledges it.
     *
     * @param delivery the entry, and how often it was tried
     * @throws Exception if it could not be handled; it is delivered again. What fails once {@link CalendarSync#close} was
     *     called, or because its thread was interrupted ({@link InterruptedException}), does not count as tried and is due
     *     at once for whichever node comes next
     */
    void receive(Delivery delivery) throws Exception;

    /** Where a new subscriber begins. */
    enum Beginning {
        /** With what changes from now on. */
        FROM_NOW,
        /** With a snapshot of everything stored, as creations marked {@code initial}, then what changes. */
        SNAPSHOT_FIRST
    }

    /** Does something with an entry. */
    @FunctionalInterface
    interface Handler {
        /**
         * Handles one entry.
         *
         * @param delivery the entry, and how often it was tried
         * @throws Exception if it could not be handled; it is delivered again
         */
        void receive(Delivery delivery) throws Exception;
    }

    /**
     * {@return a subscriber that begins with what changes from now on}
     *
     * @param name 1 to 60 lower-case letters, digits and hyphens, starting with a letter
     * @param handler called from one thread at a time for each log
     */
    static Subscriber named(String name, Handler handler) {
        return of(name, Beginning.FROM_NOW, handler);
    }

    /**
     * {@return a subscriber that begins as told}
     *
     * @param name 1 to 60 lower-case letters, digits and hyphens, starting with a letter
     * @param beginning where it begins the first time it is seen
     * @param handler called from one thread at a time for each log
     */
    static Subscriber of(String name, Beginning beginning, Handler handler) {
        Objects.requireNonNull(name, "a subscriber needs a name");
        Objects.requireNonNull(beginning, "a subscriber needs a beginning");
        Objects.requireNonNull(handler, "a subscriber needs a handler");
        return new Subscriber() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Beginning beginning() {
                return beginning;
            }

            @Override
            public void receive(Delivery delivery) throws Exception {
                handler.receive(delivery);
            }
        };
    }
}
