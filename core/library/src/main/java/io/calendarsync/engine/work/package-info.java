/**
 * Does what is due: {@link io.calendarsync.engine.work.Worker} claims jobs and hands each to what does its kind. Not API.
 */
@NullMarked
package io.calendarsync.engine.work;

import org.jspecify.annotations.NullMarked;
