/** The operations of the calendar API, each as a route; {@link io.calendarsync.sandbox.google.api.GoogleApi}. */
@NullMarked
package io.calendarsync.sandbox.google.api;

import org.jspecify.annotations.NullMarked;
