/**
 * All that a host touches: {@link io.calendarsync.CalendarSync} is the way in, the interfaces it hands out, the events
 * it delivers and the failures it throws.
 */
@NullMarked
package io.calendarsync;

import org.jspecify.annotations.NullMarked;
