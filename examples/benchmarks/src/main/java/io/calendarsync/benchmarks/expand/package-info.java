/** Expansion of everyday series: {@link io.calendarsync.benchmarks.expand.ExpandBenchmark}. */
@NullMarked
package io.calendarsync.benchmarks.expand;

import org.jspecify.annotations.NullMarked;
