/** Tests of the expansion of series. */
@NullMarked
package io.calendarsync.recurrence;

import org.jspecify.annotations.NullMarked;
