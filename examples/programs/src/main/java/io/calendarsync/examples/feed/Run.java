package io.calendarsync.examples.feed;

import io.calendarsync.spi.provider.CalendarProvider;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What all feeds of a run share.
 *
 * @param provider what reads them
 * @param clock what time it is
 * @param trace where commits are noted, if anywhere
 */
record Run(CalendarProvider provider, InstantSource clock, Optional<Trace> trace) {}
