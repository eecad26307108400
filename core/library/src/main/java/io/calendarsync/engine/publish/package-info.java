/**
 * Writes what the host publishes; {@link io.calendarsync.engine.publish.StoredPublisher} takes what is wanted, {@link
 * io.calendarsync.engine.publish.Lane} writes it. Not API.
 */
@NullMarked
package io.calendarsync.engine.publish;

import org.jspecify.annotations.NullMarked;
