package io.calendarsync;

import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How something the host publishes stands.
 *
 * @param key the host's name for it
 * @param state in one word
 * @param wanted the revision that is wanted, absent where nothing ever was
 * @param written the revision that was last written, absent where none was
 * @param event where it is, absent where it is nowhere or nobody knows yet
 * @param leaving where it still is, or may be, and is not wanted any more
 * @param nextTry when something is done about it next, absent where nothing is to do
 * @param trouble what went wrong, empty where nothing did
 * @since 0.1
 */
public record PublicationStatus(
        HostKey key,
        State state,
        OptionalLong wanted,
        OptionalLong written,
        Optional<EventRef> event,
        List<EventRef> leaving,
        Optional<Instant> nextTry,
        String trouble) {

    /** How something stands. */
    public enum State {
        /** Nobody ever published it. */
        UNKNOWN,
        /** There is something to write. */
        PENDING,
        /** It is as wanted, as far as is known. */
        PUBLISHED,
        /** It was taken back. */
        RETRACTED,
        /** A user has deleted it. It stays so until it is retracted and put again, or put into another calendar. */
        REMOVED_REMOTELY,
        /** It waits for the host: see {@link Operations#failed}. */
        FAILED,
        /** The host has given it up: see {@link Operations#drop}. */
        DROPPED
    }

    /**
     * Copies the list.
     *
     * @param key the host's name for it
     * @param state in one word
     * @param wanted the revision that is wanted, absent where nothing ever was
     * @param written the revision that was last written, absent where none was
     * @param event where it is, absent where it is nowhere or nobody knows yet
     * @param leaving where it still is, or may be, and is not wanted any more
     * @param nextTry when something is done about it next, absent where nothing is to do
     * @param trouble what went wrong, empty where nothing did
     */
    public PublicationStatus {
        leaving = List.copyOf(leaving);
    }
}
