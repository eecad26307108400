package io.calendarsync.engine.record;

import io.calendarsync.ConnectRequest;
import io.calendarsync.Detail;
import io.calendarsync.Terms;
import io.calendarsync.model.Access;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.spi.store.RecordKey;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the consents that users are being asked for, under the digest of their states, so that who reads the store can
 * complete none. Thread-safe.
 */
public final class ConsentRecords {

    private final Records records;
    private final RecordCipher cipher;

    /** Opens them. */
    public ConsentRecords(Records records, RecordCipher cipher) {
        this.records = records;
        this.cipher = cipher;
    }

    /**
     * A consent a user is being asked for. Secret: {@code toString} shows no verifier.
     *
     * @param request whose for what
     * @param verifier proves who asked
     * @param until how long it may be answered
     */
    public record Asked(ConnectRequest request, String verifier, Instant until) {
        @Override
        public String toString() {
            return "Asked[request=" + request + ", until=" + until + ", verifier=(redacted)]";
        }
    }

    /** Writes one down; returns the name it is kept under. */
    public String put(Commit commit, String state, Asked asked) {
        String name = Digest.text(state);
        RecordKey key = key(name);
        ConnectRequest request = asked.request();
        Fields plain = Fields.none()
                .put("owner", request.owner().value())
                .put("provider", request.provider().value())
                .put("redirect", request.redirect().toString())
                .put("access", request.terms().access())
                .put("detail", request.terms().detail())
                .put("account", request.account())
                .put("verifier", asked.verifier())
                .put("until", asked.until());
        request.reconnect().ifPresent(id -> plain.put("reconnect", id.value()));
        commit.put(key, cipher.encrypt(key, plain.bytes()), Expect.absent());
        return name;
    }

    /** Returns one, for the only time: once taken it is gone, whoever else asks. */
    public Optional<Asked> take(String state) {
        return records.read(key(Digest.text(state))).flatMap(record -> {
            Asked asked = read(Fields.of(cipher.decrypt(record.key(), record.payload())));
            Commit commit = records.begin();
            commit.delete(record.key(), record.version());
            return commit.run() ? Optional.of(asked) : Optional.empty();
        });
    }

    /** Forgets one that was not answered. */
    public void forget(String name) {
        records.read(key(name)).ifPresent(record -> {
            Commit commit = records.begin();
            commit.delete(record.key(), record.version());
            commit.run();
        });
    }

    private static Asked read(Fields fields) {
        ConnectRequest request = new ConnectRequest(
                new OwnerId(fields.text("owner")),
                new ProviderId(fields.text("provider")),
                URI.create(fields.text("redirect")),
                new Terms(fields.constant("access", Access.READ), fields.constant("detail", Detail.FULL)),
                fields.text("account"),
                fields.has("reconnect") ? Optional.of(new ConnectionId(fields.text("reconnect"))) : Optional.empty());
        return new Asked(request, fields.text("verifier"), fields.instant("until"));
    }

    private static RecordKey key(String name) {
        return new RecordKey(Keyspace.CONSENT, name.substring(0, 2), name);
    }
}
