/** The commands about Google accounts; {@link io.calendarsync.examples.google.GoogleCommand} lists them. */
@NullMarked
package io.calendarsync.examples.google;

import org.jspecify.annotations.NullMarked;
