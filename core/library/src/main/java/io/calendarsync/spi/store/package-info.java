/**
 * What a host implements to keep the library's state in its own database; {@link io.calendarsync.spi.store.SyncStore}
 * is the way in.
 */
@NullMarked
package io.calendarsync.spi.store;

import org.jspecify.annotations.NullMarked;
