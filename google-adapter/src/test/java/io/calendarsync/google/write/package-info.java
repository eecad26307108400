/** Writes of single events. */
@NullMarked
package io.calendarsync.google.write;

import org.jspecify.annotations.NullMarked;
