/**
 * A calendar server in memory that behaves as badly as real ones, and the contract every adapter keeps;
 * {@link io.calendarsync.testkit.provider.FakeCalendars} is the way in.
 */
@NullMarked
package io.calendarsync.testkit.provider;

import org.jspecify.annotations.NullMarked;
