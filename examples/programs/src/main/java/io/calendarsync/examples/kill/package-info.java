/** Kills the command line while it works, and looks at what is left; {@link io.calendarsync.examples.kill.KillTestCommand}. */
@NullMarked
package io.calendarsync.examples.kill;

import org.jspecify.annotations.NullMarked;
