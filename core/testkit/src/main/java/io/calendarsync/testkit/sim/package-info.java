/**
 * Histories of the real engine on virtual time, thrown by seed, with everything going wrong that can;
 * {@link io.calendarsync.testkit.sim.Simulation} is the way in.
 */
@NullMarked
package io.calendarsync.testkit.sim;

import org.jspecify.annotations.NullMarked;
