/** Tests of the way from content lines to events. */
@NullMarked
package io.calendarsync.ics.internal.event;

import org.jspecify.annotations.NullMarked;
