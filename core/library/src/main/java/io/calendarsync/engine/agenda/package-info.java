/**
 * Answers when owners are busy, what clashes and when they are free, from what is stored and no more than that. The way
 * in is {@link io.calendarsync.engine.agenda.Availability}.
 */
@NullMarked
package io.calendarsync.engine.agenda;

import org.jspecify.annotations.NullMarked;
