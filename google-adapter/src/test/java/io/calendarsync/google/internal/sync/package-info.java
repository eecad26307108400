/** Tests of how pages are taken apart. */
@NullMarked
package io.calendarsync.google.internal.sync;

import org.jspecify.annotations.NullMarked;
