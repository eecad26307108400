/** Tests of the frame, and a short run of every benchmark. */
@NullMarked
package io.calendarsync.benchmarks;

import org.jspecify.annotations.NullMarked;
