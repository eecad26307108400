/**
 * Finds the zone of the JDK that a feed's own definition describes; {@link io.calendarsync.ics.internal.zone.ZoneMatcher}
 * is the way in. Registers no zone, and makes none.
 */
@NullMarked
package io.calendarsync.ics.internal.zone;

import org.jspecify.annotations.NullMarked;
