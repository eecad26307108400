/**
 * When the instances of an event take place (RFC 5545 section 3.8.5): {@link io.calendarsync.recurrence.Series} expands
 * a master and its overrides into {@link io.calendarsync.recurrence.Occurrence}s.
 */
@NullMarked
package io.calendarsync.recurrence;

import org.jspecify.annotations.NullMarked;
