/** The command line programs; {@link io.calendarsync.examples.Main} is the entry. */
@NullMarked
package io.calendarsync.examples;

import org.jspecify.annotations.NullMarked;
