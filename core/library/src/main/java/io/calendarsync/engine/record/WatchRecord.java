package io.calendarsync.engine.record;

import io.calendarsync.spi.provider.ProviderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The watch of one target: its channels, of which there may be several while one takes the place of another.
 *
 * @param target what is watched
 * @param provider through which provider
 * @param channels in the order they were asked for
 * @param refused why there is none to be had, empty where that is not known
 * @param trouble what went wrong since a channel was last granted
 * @param forcedAt when all that had been asked for by then was to be replaced, the epoch for never
 */
public record WatchRecord(
        WatchTarget target,
        ProviderId provider,
        List<ChannelRecord> channels,
        Refused refused,
        Trouble trouble,
        Instant forcedAt) {

    public WatchRecord {
        channels = List.copyOf(channels);
    }

    /**
     * That a provider has no channel to give.
     *
     * @param why what it said, empty where it has not
     * @param at when
     */
    public record Refused(String why, Instant at) {

        /** Nothing of the kind. */
        public static Refused no() {
            return new Refused("", Instant.EPOCH);
        }

        /** Returns whether it is so. */
        public boolean isSo() {
            return !why.isEmpty();
        }
    }

    /** Returns the record of what was never watched. */
    public static WatchRecord begin(WatchTarget target, ProviderId provider) {
        return new WatchRecord(target, provider, List.of(), Refused.no(), Trouble.none(), Instant.EPOCH);
    }

    /** Returns one of its channels. */
    public Optional<ChannelRecord> channel(String id) {
        return channels.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    /** Returns it with one more channel. */
    public WatchRecord with(ChannelRecord channel) {
        return channels(Stream.concat(channels.stream(), Stream.of(channel)).toList());
    }

    /** Returns it with a channel as it is now. */
    public WatchRecord changed(ChannelRecord channel) {
        return channels(channels.stream()
                .map(known -> known.id().equals(channel.id()) ? channel : known)
                .toList());
    }

    /** Returns it without a channel. */
    public WatchRecord without(String id) {
        List<ChannelRecord> left = new ArrayList<>(channels);
        left.removeIf(channel -> channel.id().equals(id));
        return channels(left);
    }

    /** Returns it with other channels. */
    public WatchRecord channels(List<ChannelRecord> next) {
        return new WatchRecord(target, provider, next, refused, trouble, forcedAt);
    }

    /** Returns it as having no channel to be had. */
    public WatchRecord refused(Refused next) {
        return new WatchRecord(target, provider, channels, next, trouble, forcedAt);
    }

    /** Returns it after something went wrong, or well. */
    public WatchRecord trouble(Trouble next) {
        return new WatchRecord(target, provider, channels, refused, next, forcedAt);
    }

    /** Returns it with all its channels to be replaced. */
    public WatchRecord forced(Instant now) {
        return new WatchRecord(target, provider, channels, Refused.no(), Trouble.none(), now);
    }

    static WatchRecord read(byte[] payload) {
        Fields fields = Fields.of(payload);
        List<ChannelRecord> channels =
                fields.children("channels").stream().map(ChannelRecord::read).toList();
        return new WatchRecord(
                new WatchTarget(fields.text("target")),
                new ProviderId(fields.text("provider")),
                channels,
                new Refused(fields.text("refused"), fields.instant("refusedAt")),
                fields.child("trouble").map(Trouble::read).orElseGet(Trouble::none),
                fields.instant("forcedAt"));
    }

    byte[] bytes() {
        return Fields.none()
                .put("target", target.value())
                .put("provider", provider.value())
                .putAll("channels", channels.stream().map(ChannelRecord::write).toList())
                .put("refused", refused.why())
                .put("refusedAt", refused.at())
                .put("trouble", trouble.write())
                .put("forcedAt", forcedAt)
                .bytes();
    }
}
