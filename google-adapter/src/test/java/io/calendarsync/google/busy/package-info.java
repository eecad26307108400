/** Free/busy times. */
@NullMarked
package io.calendarsync.google.busy;

import org.jspecify.annotations.NullMarked;
