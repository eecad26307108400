/** Watch channels and their notices; {@link io.calendarsync.google.internal.watch.Channels} and {@link io.calendarsync.google.internal.watch.GooglePush} are the ways in. */
@NullMarked
package io.calendarsync.google.internal.watch;

import org.jspecify.annotations.NullMarked;
