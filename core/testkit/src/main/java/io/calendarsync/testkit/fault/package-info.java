/**
 * Stores that fail on purpose, to see what the library above them makes of it;
 * {@link io.calendarsync.testkit.fault.FaultyStore} is the way in.
 */
@NullMarked
package io.calendarsync.testkit.fault;

import org.jspecify.annotations.NullMarked;
