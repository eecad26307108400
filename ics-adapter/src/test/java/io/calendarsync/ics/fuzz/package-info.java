/** What a fuzzer does to the reader and the writer of feeds; {@link io.calendarsync.ics.fuzz.FeedFuzz} is its target. */
package io.calendarsync.ics.fuzz;
