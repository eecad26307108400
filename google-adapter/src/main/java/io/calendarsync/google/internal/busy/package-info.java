/** When calendars are busy; {@link io.calendarsync.google.internal.busy.BusyQuery} is the way in. */
@NullMarked
package io.calendarsync.google.internal.busy;

import org.jspecify.annotations.NullMarked;
