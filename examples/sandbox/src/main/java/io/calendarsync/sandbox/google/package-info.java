/** The stand-in for Google, put together; {@link io.calendarsync.sandbox.google.GoogleServer}. */
@NullMarked
package io.calendarsync.sandbox.google;

import org.jspecify.annotations.NullMarked;
