/**
 * What is busy when: pure functions of stretches of time, without I/O or clock.
 * {@link io.calendarsync.engine.agenda.Spans} is the way in. Not API.
 */
@NullMarked
package io.calendarsync.engine.agenda;

import org.jspecify.annotations.NullMarked;
