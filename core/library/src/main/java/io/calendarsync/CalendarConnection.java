package io.calendarsync;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import java.time.Instant;

/**
 * A connection of an owner to an account or feed.
 *
 * @param id its id
 * @param owner whose it is
 * @param provider through which provider
 * @param label what to show to people, such as the host of a feed; no secret
 * @param state how it stands
 * @param since when it was first connected
 * @since 0.1
 */
public record CalendarConnection(
        ConnectionId id, OwnerId owner, ProviderId provider, String label, ConnectionState state, Instant since) {}
