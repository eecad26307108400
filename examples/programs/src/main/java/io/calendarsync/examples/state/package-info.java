/** The folder in which commands keep what they know; {@link io.calendarsync.examples.state.StateFolder} is where it begins. */
@NullMarked
package io.calendarsync.examples.state;

import org.jspecify.annotations.NullMarked;
