/** The sandbox steered over HTTP; {@link io.calendarsync.sandbox.google.control.ControlApi}. */
@NullMarked
package io.calendarsync.sandbox.google.control;

import org.jspecify.annotations.NullMarked;
