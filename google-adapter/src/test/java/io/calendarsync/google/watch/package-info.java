/** Watch channels and notifications. */
@NullMarked
package io.calendarsync.google.watch;

import org.jspecify.annotations.NullMarked;
