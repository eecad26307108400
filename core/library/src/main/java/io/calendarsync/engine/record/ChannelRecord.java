package io.calendarsync.engine.record;

import io.calendarsync.WatchState;
import io.calendarsync.spi.provider.WatchChannel;
import java.time.Duration;
import java.time.Instant;

/**
 * One watch channel.
 *
 * @param id ours
 * @param secret the digest of what its notices have to bring
 * @param state how it stands
 * @param granted what the provider answered; its id is empty where it has not
 * @param address the digest of where its notices go
 * @param times what happened to it when
 */
public record ChannelRecord(
        String id, String secret, WatchState state, WatchChannel granted, String address, Times times) {

    /**
     * What happened to a channel when.
     *
     * @param asked when it was asked for
     * @param opened when it was known to stand, the epoch for never
     * @param noticed when it last told something, to the minute, the epoch for never
     */
    public record Times(Instant asked, Instant opened, Instant noticed) {}

    /** Returns a channel about to be asked for. */
    public static ChannelRecord pending(String id, String secret, String address, Instant now, Duration life) {
        return new ChannelRecord(
                id,
                Digest.text(secret),
                WatchState.PENDING,
                new WatchChannel("", "", now.plus(life)),
                Digest.text(address),
                new Times(now, Instant.EPOCH, Instant.EPOCH));
    }

    /** Returns it as granted. */
    public ChannelRecord granted(WatchChannel channel, Instant now) {
        return new ChannelRecord(
                id, secret, WatchState.ACTIVE, channel, address, new Times(times.asked(), now, times.noticed()));
    }

    /** Returns it in another state. */
    public ChannelRecord state(WatchState next) {
        return new ChannelRecord(id, secret, next, granted, address, times);
    }

    /** Returns it as having told something. */
    public ChannelRecord noticed(Instant now) {
        return new ChannelRecord(id, secret, state, granted, address, new Times(times.asked(), times.opened(), now));
    }

    /** Returns whether its notices go there. */
    public boolean leadsTo(String there) {
        return address.equals(Digest.text(there));
    }

    /** Returns whether the provider has answered it. */
    public boolean isKnown() {
        return !granted.id().isEmpty();
    }

    static ChannelRecord read(Fields fields) {
        return new ChannelRecord(
                fields.text("id"),
                fields.text("secret"),
                fields.constant("state", WatchState.PENDING),
                new WatchChannel(fields.text("granted"), fields.text("resource"), fields.instant("expires")),
                fields.text("address"),
                new Times(fields.instant("asked"), fields.instant("opened"), fields.instant("noticed")));
    }

    Fields write() {
        return Fields.none()
                .put("id", id)
                .put("secret", secret)
                .put("state", state)
                .put("granted", granted.id())
                .put("resource", granted.resource())
                .put("expires", granted.expires())
                .put("address", address)
                .put("asked", times.asked())
                .put("opened", times.opened())
                .put("noticed", times.noticed());
    }
}
