/**
 * From events of the model to content lines; {@link io.calendarsync.ics.internal.write.CalendarWriter} is the way in.
 * Mirrors the mappers of the reader. Not API.
 */
@NullMarked
package io.calendarsync.ics.internal.write;

import org.jspecify.annotations.NullMarked;
