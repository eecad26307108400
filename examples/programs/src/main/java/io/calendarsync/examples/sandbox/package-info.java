/** Serves the stand-in for Google; {@link io.calendarsync.examples.sandbox.SandboxCommand}. */
@NullMarked
package io.calendarsync.examples.sandbox;

import org.jspecify.annotations.NullMarked;
