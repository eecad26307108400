package io.calendarsync;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import java.time.Instant;
import java.util.Optional;

/**
 * A connection of an owner to an account or feed.
 *
 * @param id its id
 * @param owner whose it is
 * @param provider through which provider
 * @param label what to show to people, such as a mail address or the host of a feed; no secret
 * @param state how it stands
 * @param reconnect why only the user can bring it back; absent in every other state
 * @param terms what its owner has agreed to
 * @param since when it was first connected
 * @since 0.1
 */
public record CalendarConnection(
        ConnectionId id,
        OwnerId owner,
        ProviderId provider,
        String label,
        ConnectionState state,
        Optional<Reconnect> reconnect,
        Terms terms,
        Instant since) {}
