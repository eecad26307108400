/**
 * Two nodes in processes of their own that want a token of the same grant at the same time;
 * {@link io.calendarsync.google.race.RefreshRaceTest} is the way in.
 */
@NullMarked
package io.calendarsync.google.race;

import org.jspecify.annotations.NullMarked;
