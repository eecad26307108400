/** Events between Google's JSON and the model, group by group; {@link io.calendarsync.google.internal.event.EventReader} and {@link io.calendarsync.google.internal.event.EventDrafter} are the ways in. */
@NullMarked
package io.calendarsync.google.internal.event;

import org.jspecify.annotations.NullMarked;
