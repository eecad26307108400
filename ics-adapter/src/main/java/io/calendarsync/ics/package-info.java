/**
 * Calendar feeds and iCalendar files (RFC 5545) as a provider; {@link io.calendarsync.ics.IcsFeedProvider} is the way in,
 * {@link io.calendarsync.ics.IcsWriter} the way out.
 */
@NullMarked
package io.calendarsync.ics;

import org.jspecify.annotations.NullMarked;
