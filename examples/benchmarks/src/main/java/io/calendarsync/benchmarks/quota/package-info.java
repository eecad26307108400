/**
 * A whole fleet under one quota, on virtual time: {@link io.calendarsync.benchmarks.quota.QuotaBenchmark}.
 */
@NullMarked
package io.calendarsync.benchmarks.quota;

import org.jspecify.annotations.NullMarked;
