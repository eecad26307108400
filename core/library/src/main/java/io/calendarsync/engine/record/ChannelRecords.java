package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Keeps which calendar a watch channel tells about, and the digest of its secret. Thread-safe. */
public final class ChannelRecords {

    private final Records records;

    /** Opens them. */
    public ChannelRecords(Records records) {
        this.records = records;
    }

    /** Writes a channel down, before the provider is told of it; the commit has to check that the calendar stands. */
    public void put(Commit commit, String provider, String channel, String secret, CalendarId calendar) {
        byte[] payload = Fields.none()
                .put("calendar", calendar.value())
                .put("secret", Digest.text(secret))
                .bytes();
        commit.put(key(provider, channel), payload, Expect.absent());
        byte[] listing =
                Fields.none().put("provider", provider).put("channel", channel).bytes();
        commit.put(listing(provider, channel, calendar), listing, Expect.absent());
    }

    /** Returns the calendar of a channel if the secret is its own; compares in constant time. */
    public Optional<CalendarId> verify(String provider, String channel, String secret) {
        if (channel.isEmpty() || channel.length() > 80) {
            return Optional.empty();
        }
        return records.read(key(provider, channel))
                .map(record -> Fields.of(record.payload()))
                .filter(fields -> same(fields.text("secret"), Digest.text(secret)))
                .map(fields -> new CalendarId(fields.text("calendar")));
    }

    /** Forgets all channels of a calendar. */
    public int erase(CalendarId calendar) {
        Scan listings = Scan.of(Keyspace.CHANNEL_OF).in(calendar.value());
        int erased = 0;
        for (StoredRecord listing : records.all(listings)) {
            Fields fields = Fields.of(listing.payload());
            Commit commit = records.begin();
            records.read(key(fields.text("provider"), fields.text("channel")))
                    .ifPresent(channel -> commit.delete(channel.key(), channel.version()));
            commit.delete(listing.key(), listing.version());
            erased += commit.run() ? 1 : 0;
        }
        return erased;
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }

    private static RecordKey listing(String provider, String channel, CalendarId calendar) {
        return new RecordKey(Keyspace.CHANNEL_OF, calendar.value(), provider + "~" + channel);
    }

    private static RecordKey key(String provider, String channel) {
        return new RecordKey(Keyspace.CHANNEL, provider, channel);
    }
}
