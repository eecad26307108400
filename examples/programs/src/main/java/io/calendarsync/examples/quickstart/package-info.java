/** The first example to read: {@link io.calendarsync.examples.quickstart.QuickstartCommand}. */
@NullMarked
package io.calendarsync.examples.quickstart;

import org.jspecify.annotations.NullMarked;
