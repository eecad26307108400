/** Events: what is stored of them, how they are written and how series unfold; {@link io.calendarsync.sandbox.google.event.EventStore}. */
@NullMarked
package io.calendarsync.sandbox.google.event;

import org.jspecify.annotations.NullMarked;
