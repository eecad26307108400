package io.calendarsync.spi.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * What a provider said besides the changes.
 *
 * @param bytes how many bytes of payload were read for this page, 0 where unknown
 * @param name what the source calls the calendar; untrusted text, empty where it does not say
 * @param refresh how often the source says it is worth asking (RFC 7986 section 5.7)
 * @since 0.1
 */
public record PageNotes(long bytes, String name, Optional<Duration> refresh) {

    /** {@return no notes} */
    public static PageNotes none() {
        return new PageNotes(0, "", Optional.empty());
    }
}
