/**
 * From content lines to events of the model; {@link io.calendarsync.ics.internal.event.Feed} is the way in. Not API.
 */
@NullMarked
package io.calendarsync.ics.internal.event;

import org.jspecify.annotations.NullMarked;
