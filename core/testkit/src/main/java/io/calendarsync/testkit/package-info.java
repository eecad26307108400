/**
 * What tests of calendar applications, stores and adapters share: time that stands still and chance that repeats;
 * {@link io.calendarsync.testkit.VirtualClock} and {@link io.calendarsync.testkit.Dice} are the way in.
 */
@NullMarked
package io.calendarsync.testkit;

import org.jspecify.annotations.NullMarked;
