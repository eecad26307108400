package io.calendarsync.spi.provider;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a provider said besides the changes.
 *
 * @param bytes how many bytes of payload were read for this page, 0 where unknown
 * @param name what the source calls the calendar; untrusted text, empty where it does not say
 * @param refresh how often the source says it is worth asking (RFC 7986 section 5.7); absent where it does not, whatever
 *     an earlier page said
 * @param zone the zone its dates and floating times are read in, absent where this page does not tell: what an earlier
 *     page told, or else the calendar list, then stays
 * @param remark one sentence for people about how the source behaves, without the content of events; empty where there
 *     is nothing to say, which takes back what an earlier page said
 * @since 0.1
 */
public record PageNotes(long bytes, String name, Optional<Duration> refresh, Optional<ZoneId> zone, String remark) {

    private static final PageNotes NONE = new PageNotes(0, "", Optional.empty(), Optional.empty(), "");

    /** {@return no notes} */
    public static PageNotes none() {
        return NONE;
    }

    /**
     * Adds how often it is worth asking.
     *
     * @param pause absent where the source does not say
     * @return these notes otherwise
     */
    public PageNotes withRefresh(Optional<Duration> pause) {
        return new PageNotes(bytes, name, pause, zone, remark);
    }

    /**
     * Adds how much was read.
     *
     * @param read bytes of payload
     * @return these notes otherwise
     */
    public PageNotes withBytes(long read) {
        return new PageNotes(read, name, refresh, zone, remark);
    }

    /**
     * Adds a remark.
     *
     * @param sentence about the source, for people
     * @return these notes otherwise
     */
    public PageNotes withRemark(String sentence) {
        return new PageNotes(bytes, name, refresh, zone, sentence);
    }
}
