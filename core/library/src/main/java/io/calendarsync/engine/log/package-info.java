/**
 * Hands the logs to durable subscribers: {@link io.calendarsync.engine.log.Deliverer} delivers,
 * {@link io.calendarsync.engine.log.Announcer} tells that there is something to deliver. Not API.
 */
@NullMarked
package io.calendarsync.engine.log;

import org.jspecify.annotations.NullMarked;
