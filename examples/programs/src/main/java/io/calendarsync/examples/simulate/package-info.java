/** Histories of the engine from seeds; {@link io.calendarsync.examples.simulate.SimulateCommand}. */
@NullMarked
package io.calendarsync.examples.simulate;

import org.jspecify.annotations.NullMarked;
