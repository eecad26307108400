/**
 * What real feeds do to their readers, one test for each oddity, through the provider or the engine over a loopback
 * server. {@link io.calendarsync.ics.quirk.LoopbackFeed} serves what a test wants to be read.
 */
@NullMarked
package io.calendarsync.ics.quirk;

import org.jspecify.annotations.NullMarked;
