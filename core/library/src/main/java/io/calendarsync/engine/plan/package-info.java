/**
 * What follows from what was observed: pure functions of stored events and a page, without I/O, clock or random numbers.
 * {@link io.calendarsync.engine.plan.PagePlanner} and {@link io.calendarsync.engine.plan.Guard} are the ways in. Not API.
 */
@NullMarked
package io.calendarsync.engine.plan;

import org.jspecify.annotations.NullMarked;
