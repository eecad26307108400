/**
 * Keeps stored calendars in step with their providers: observe a page, plan, apply.
 * {@link io.calendarsync.engine.pull.Puller} is the way in. Not API.
 */
@NullMarked
package io.calendarsync.engine.pull;

import org.jspecify.annotations.NullMarked;
