/** What calendars hold and what changed; {@link io.calendarsync.google.internal.sync.Changes} and {@link io.calendarsync.google.internal.sync.CalendarLists} are the ways in. */
@NullMarked
package io.calendarsync.google.internal.sync;

import org.jspecify.annotations.NullMarked;
