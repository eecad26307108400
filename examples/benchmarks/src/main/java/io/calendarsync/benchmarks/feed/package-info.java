/** Synchronisation of a large feed: {@link io.calendarsync.benchmarks.feed.FeedBenchmark}. */
@NullMarked
package io.calendarsync.benchmarks.feed;

import org.jspecify.annotations.NullMarked;
