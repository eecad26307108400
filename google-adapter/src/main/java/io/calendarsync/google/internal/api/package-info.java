/** Requests to Google and what becomes of them; {@link io.calendarsync.google.internal.api.Requests} is the way in. */
@NullMarked
package io.calendarsync.google.internal.api;

import org.jspecify.annotations.NullMarked;
