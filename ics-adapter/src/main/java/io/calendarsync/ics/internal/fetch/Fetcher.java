package io.calendarsync.ics.internal.fetch;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.FaultSource;
import java.net.URI;
import java.time.InstantSource;

/** Fetches feeds. Thread-safe. */
public interface Fetcher {

    /**
     * Fetches a feed.
     *
     * @param address where it is; secret
     * @param known what to ask with, none to have the feed in any case
     * @param source names whom the request is for, in faults
     * @param clock against which the dates of answers are read
     * @throws CalendarSyncException one of its leaves; neither it nor its causes show the address
     */
    Fetched get(URI address, Validators known, FaultSource source, InstantSource clock);
}
