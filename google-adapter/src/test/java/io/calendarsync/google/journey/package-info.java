/**
 * The whole engine over the Google adapter over the sandbox, through everything that goes wrong between them;
 * {@link io.calendarsync.google.journey.JourneyTest} is the way in.
 */
@NullMarked
package io.calendarsync.google.journey;

import org.jspecify.annotations.NullMarked;
