/**
 * Keeps the library's records in PostgreSQL or H2; {@link io.calendarsync.store.jdbc.JdbcSyncStore} is the way in.
 */
@NullMarked
package io.calendarsync.store.jdbc;

import org.jspecify.annotations.NullMarked;
