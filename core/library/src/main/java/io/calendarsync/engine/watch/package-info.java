/**
 * Takes notifications; {@link io.calendarsync.engine.watch.Doorbell} is the way in. Not API.
 */
@NullMarked
package io.calendarsync.engine.watch;

import org.jspecify.annotations.NullMarked;
