/** The benchmarks behind {@code examples/run bench}, and the frame they share: {@link io.calendarsync.benchmarks.Main}. */
@NullMarked
package io.calendarsync.benchmarks;

import org.jspecify.annotations.NullMarked;
