/**
 * Connects owners to accounts and feeds; {@link io.calendarsync.engine.token.StoredConnections} is the way in. Not API.
 */
@NullMarked
package io.calendarsync.engine.token;

import org.jspecify.annotations.NullMarked;
