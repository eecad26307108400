/**
 * Proves a storage SPI implementation; {@link io.calendarsync.testkit.store.SyncStoreContract} is what a store's test
 * class inherits.
 */
@NullMarked
package io.calendarsync.testkit.store;

import org.jspecify.annotations.NullMarked;
