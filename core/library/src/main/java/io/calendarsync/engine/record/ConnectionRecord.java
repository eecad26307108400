package io.calendarsync.engine.record;

import io.calendarsync.ConnectionState;
import io.calendarsync.Detail;
import io.calendarsync.Reconnect;
import io.calendarsync.Terms;
import io.calendarsync.model.Access;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.ProviderId;
import java.time.Instant;
import java.util.Optional;

/**
 * A connection of an owner to an account or feed.
 *
 * @param id ours
 * @param owner whose
 * @param provider through which provider
 * @param account to which account
 * @param state how it stands
 * @param reconnect why only the user can bring it back; present in that state alone
 * @param terms what the owner has agreed to
 * @param since when it was first connected
 */
public record ConnectionRecord(
        ConnectionId id,
        OwnerId owner,
        ProviderId provider,
        Account account,
        ConnectionState state,
        Optional<Reconnect> reconnect,
        Terms terms,
        Instant since) {

    /** Returns a new one. */
    public static ConnectionRecord begin(
            OwnerId owner, ProviderId provider, Account account, Terms terms, Instant now) {
        ConnectionId id = Keyspace.connectionId(owner, provider.value(), account.id());
        return new ConnectionRecord(id, owner, provider, account, ConnectionState.ACTIVE, Optional.empty(), terms, now);
    }

    /** Returns it in another state, which is not that of waiting for its user. */
    public ConnectionRecord state(ConnectionState next) {
        return new ConnectionRecord(id, owner, provider, account, next, Optional.empty(), terms, since);
    }

    /** Returns it as only its user can bring it back. */
    public ConnectionRecord lost(Reconnect why) {
        return new ConnectionRecord(
                id, owner, provider, account, ConnectionState.RECONNECT_REQUIRED, Optional.of(why), terms, since);
    }

    /** Returns it as agreed to anew. */
    public ConnectionRecord agreed(Account named, Terms next) {
        return new ConnectionRecord(id, owner, provider, named, ConnectionState.ACTIVE, Optional.empty(), next, since);
    }

    static ConnectionRecord read(byte[] payload) {
        Fields fields = Fields.of(payload);
        return new ConnectionRecord(
                new ConnectionId(fields.text("id")),
                new OwnerId(fields.text("owner")),
                new ProviderId(fields.text("provider")),
                new Account(fields.text("account"), fields.text("label")),
                fields.constant("state", ConnectionState.ACTIVE),
                fields.has("reconnect")
                        ? Optional.of(fields.constant("reconnect", Reconnect.GRANT_LOST))
                        : Optional.empty(),
                new Terms(fields.constant("access", Access.READ), fields.constant("detail", Detail.FULL)),
                fields.instant("since"));
    }

    byte[] bytes() {
        Fields fields = Fields.none()
                .put("id", id.value())
                .put("owner", owner.value())
                .put("provider", provider.value())
                .put("account", account.id())
                .put("label", account.label())
                .put("state", state)
                .put("access", terms.access())
                .put("detail", terms.detail())
                .put("since", since);
        reconnect.ifPresent(why -> fields.put("reconnect", why));
        return fields.bytes();
    }
}
