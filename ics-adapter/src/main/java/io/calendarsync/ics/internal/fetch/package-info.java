/**
 * Fetching feeds from addresses that strangers supply; {@link io.calendarsync.ics.internal.fetch.FeedTransport} is the
 * way in. Not API.
 */
@NullMarked
package io.calendarsync.ics.internal.fetch;

import org.jspecify.annotations.NullMarked;
