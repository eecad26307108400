/** Questions to a large agenda: {@link io.calendarsync.benchmarks.agenda.AgendaBenchmark}. */
@NullMarked
package io.calendarsync.benchmarks.agenda;

import org.jspecify.annotations.NullMarked;
