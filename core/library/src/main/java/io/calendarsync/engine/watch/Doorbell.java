package io.calendarsync.engine.watch;

import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import io.calendarsync.Notifications;
import io.calendarsync.WatchState;
import io.calendarsync.engine.record.ChannelRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Digest;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.WatchRecord;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.WatchChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a reading due for every genuine notice. Thread-safe. */
public final class Doorbell implements Notifications {

    /** How exactly it is kept when a channel last told something. */
    static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
    private static final int MOST_NOTICES = 1000;

    private final Collection<CalendarProvider> providers;
    private final Lookout lookout;
    private final Runnable rung;

    /**
     * Creates it.
     *
     * @param rung is told that something is due now
     */
    public Doorbell(Collection<CalendarProvider> providers, Lookout lookout, Runnable rung) {
        this.providers = List.copyOf(providers);
        this.lookout = lookout;
        this.rung = rung;
    }

    @Override
    public NotificationReply handle(NotificationRequest request) {
        if (request.body().length > NotificationRequest.MAX_BODY) {
            return NotificationReply.empty(413);
        }
        Optional<String> named = NotificationAddress.provider(request.rawQuery());
        for (CalendarProvider provider : providers) {
            if (named.isPresent() && !named.get().equals(provider.id().value())) {
                continue;
            }
            Optional<PushDialect.Reading> reading = provider.push().map(dialect -> dialect.read(request));
            if (reading.isPresent() && !(reading.get() instanceof PushDialect.Reading.Foreign)) {
                return answer(provider.id().value(), reading.get(), request);
            }
        }
        return NotificationReply.empty(404);
    }

    private NotificationReply answer(String provider, PushDialect.Reading reading, NotificationRequest request) {
        if (reading instanceof PushDialect.Reading.Handshake handshake) {
            return handshake.reply();
        }
        List<PushDialect.Notice> notices = ((PushDialect.Reading.Notices) reading).notices();
        try {
            if (isOurs(request)) {
                notices.stream().limit(MOST_NOTICES).forEach(notice -> take(provider, notice));
            }
            return NotificationReply.empty(202);
        } catch (RuntimeException e) {
            LOG.debug("notices not taken provider={}", provider, e);
            return NotificationReply.empty(503);
        }
    }

    private boolean isOurs(NotificationRequest request) {
        return NotificationAddress.installation(request.rawQuery())
                .map(named -> named.equals(lookout.name().get()))
                .orElse(true);
    }

    private void take(String provider, PushDialect.Notice notice) {
        Optional<Stored<WatchRecord>> watch = lookout.watches().byChannel(provider, notice.channel());
        Optional<ChannelRecord> channel =
                watch.flatMap(read -> read.value().channel(notice.channel())).filter(known -> isGenuine(known, notice));
        if (watch.isEmpty() || channel.isEmpty()) {
            return;
        }
        Instant now = lookout.clock().instant();
        if (notice.kind() == PushDialect.Kind.CHANGED) {
            lookout.due().ring(Job.reading(watch.get().value().target()), now);
            rung.run();
        }
        note(watch.get(), channel.get(), notice, now);
    }

    private static boolean isGenuine(ChannelRecord channel, PushDialect.Notice notice) {
        boolean proven = MessageDigest.isEqual(
                channel.secret().getBytes(StandardCharsets.US_ASCII),
                Digest.text(notice.secret()).getBytes(StandardCharsets.US_ASCII));
        String resource = channel.granted().resource();
        return proven && (resource.isEmpty() || notice.resource().isEmpty() || resource.equals(notice.resource()));
    }

    /** Notes what a notice tells of its channel: that it stands, where that was not known yet, and is not silent. */
    private void note(Stored<WatchRecord> read, ChannelRecord channel, PushDialect.Notice notice, Instant now) {
        boolean answers =
                channel.state() == WatchState.PENDING && !notice.resource().isEmpty();
        boolean tells = notice.kind() == PushDialect.Kind.CHANGED
                && channel.times().noticed().plus(NOTED_EVERY).isBefore(now);
        if (!answers && !tells) {
            return;
        }
        ChannelRecord next = tells ? channel.noticed(now) : channel;
        Commit commit = lookout.records().begin();
        if (answers) {
            WatchChannel granted = new WatchChannel(
                    channel.id(),
                    notice.resource(),
                    notice.expires().orElse(channel.granted().expires()));
            lookout.watches().save(commit, read, WatchTurn.replacing(read.value(), next.granted(granted, now)));
        } else {
            lookout.watches().save(commit, read, read.value().changed(next));
        }
        // Whoever was quicker has noted as much.
        if (commit.run() && answers) {
            lookout.due().ring(Job.watch(read.value().target()), now.plus(WatchPlan.ANSWER));
        }
    }
}
