package io.calendarsync.spi.provider;

import java.time.Instant;

/**
 * A watch channel granted.
 *
 * @param id the provider's id of it: ours, or its own
 * @param resource what else it takes to stop it, empty for nothing
 * @param expires when it ends by itself
 * @since 0.1
 */
public record WatchChannel(String id, String resource, Instant expires) {}
