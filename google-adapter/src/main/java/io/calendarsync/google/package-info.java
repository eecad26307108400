/**
 * Google Calendar as a provider; {@link io.calendarsync.google.GoogleProvider} is the way in.
 *
 * @since 0.1
 */
@NullMarked
package io.calendarsync.google;

import org.jspecify.annotations.NullMarked;
