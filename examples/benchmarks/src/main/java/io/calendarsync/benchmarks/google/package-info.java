/** Google calendars, beside the vendor's own client: {@link io.calendarsync.benchmarks.google.GoogleBenchmark}. */
@NullMarked
package io.calendarsync.benchmarks.google;

import org.jspecify.annotations.NullMarked;
