package io.calendarsync.ics.internal.fetch;

import java.nio.charset.Charset;
import java.util.Optional;

/** What a feed's server answered. */
public sealed interface Fetched {

    /** Nothing changed since the validators were given. */
    record NotModified() implements Fetched {}

    /**
     * The feed as it is now, whole.
     *
     * @param bytes decoded; not copied
     * @param wireBytes how many bytes were read for it
     * @param charset what the server says it is written in
     * @param validators what to ask with next time
     */
    record Body(byte[] bytes, long wireBytes, Optional<Charset> charset, Validators validators) implements Fetched {}
}
