package io.calendarsync.engine.record;

import io.calendarsync.ConnectionState;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import java.time.Instant;

/**
 * A connection of an owner to an account or feed.
 *
 * @param id ours
 * @param owner whose
 * @param provider through which provider
 * @param label what to show to people; no secret
 * @param state how it stands
 * @param since when it was first connected
 */
public record ConnectionRecord(
        ConnectionId id, OwnerId owner, ProviderId provider, String label, ConnectionState state, Instant since) {

    /** Returns it in another state. */
    public ConnectionRecord state(ConnectionState next) {
        return new ConnectionRecord(id, owner, provider, label, next, since);
    }

    static ConnectionRecord read(byte[] payload) {
        Fields fields = Fields.of(payload);
        return new ConnectionRecord(
                new ConnectionId(fields.text("id")),
                new OwnerId(fields.text("owner")),
                new ProviderId(fields.text("provider")),
                fields.text("label"),
                fields.constant("state", ConnectionState.ACTIVE),
                fields.instant("since"));
    }

    byte[] bytes() {
        return Fields.none()
                .put("id", id.value())
                .put("owner", owner.value())
                .put("provider", provider.value())
                .put("label", label)
                .put("state", state)
                .put("since", since)
                .bytes();
    }
}
