package io.calendarsync;

import io.calendarsync.model.HostKey;

/**
 * Publishes things of the host's as a {@link Mapping} says. Thread-safe.
 *
 * @param <T> the host's type
 * @since 0.1
 */
public interface EntityPublisher<T> {

    /**
     * Brings what is wanted up to date with a thing as it is now: put, moved or taken back. Calling it for a thing that has
     * not changed does nothing.
     *
     * @param entity the thing
     * @return what came of it
     */
    PutResult sync(T entity);

    /**
     * Takes back what was published of a thing that is no more.
     *
     * @param key the host's name for it
     * @param revision higher than any it had
     * @return what came of it
     */
    PutResult gone(HostKey key, long revision);
}
