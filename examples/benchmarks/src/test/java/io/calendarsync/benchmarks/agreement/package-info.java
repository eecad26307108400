/** Our recurrence beside that of other libraries, over generated series. */
@NullMarked
package io.calendarsync.benchmarks.agreement;

import org.jspecify.annotations.NullMarked;
