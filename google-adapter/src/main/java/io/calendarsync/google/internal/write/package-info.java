/** Writes of single events; {@link io.calendarsync.google.internal.write.Creating}, {@link io.calendarsync.google.internal.write.Changing} and {@link io.calendarsync.google.internal.write.Moving} are the ways in. */
@NullMarked
package io.calendarsync.google.internal.write;

import org.jspecify.annotations.NullMarked;
