package io.calendarsync.engine.watch;

import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import io.calendarsync.Notifications;
import io.calendarsync.engine.record.ChannelRecords;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.PushDialect;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a reading due for every genuine notice. Thread-safe. */
public final class Doorbell implements Notifications {

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
    private static final int MOST_NOTICES = 1000;

    private final Collection<CalendarProvider> providers;
    private final ChannelRecords channels;
    private final DueRecords due;
    private final InstantSource clock;

    /** Creates it. */
    public Doorbell(
            Collection<CalendarProvider> providers, ChannelRecords channels, DueRecords due, InstantSource clock) {
        this.providers = List.copyOf(providers);
        this.channels = channels;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public NotificationReply handle(NotificationRequest request) {
        if (request.body().length > NotificationRequest.MAX_BODY) {
            return NotificationReply.empty(413);
        }
        for (CalendarProvider provider : providers) {
            Optional<PushDialect.Reading> reading = provider.push().map(dialect -> dialect.read(request));
            if (reading.isPresent() && !(reading.get() instanceof PushDialect.Reading.Foreign)) {
                return answer(provider.id().value(), reading.get());
            }
        }
        return NotificationReply.empty(404);
    }

    private NotificationReply answer(String provider, PushDialect.Reading reading) {
        if (reading instanceof PushDialect.Reading.Handshake handshake) {
            return handshake.reply();
        }
        List<PushDialect.Notice> notices = ((PushDialect.Reading.Notices) reading).notices();
        try {
            notices.stream().limit(MOST_NOTICES).forEach(notice -> ring(provider, notice));
            return NotificationReply.empty(202);
        } catch (RuntimeException e) {
            LOG.debug("notices not taken provider={}", provider, e);
            return NotificationReply.empty(503);
        }
    }

    private void ring(String provider, PushDialect.Notice notice) {
        Optional<CalendarId> calendar = channels.verify(provider, notice.channel(), notice.secret());
        calendar.ifPresent(id -> due.ring(Job.pull(id.value()), clock.instant()));
    }
}
