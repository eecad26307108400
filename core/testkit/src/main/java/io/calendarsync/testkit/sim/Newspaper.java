package io.calendarsync.testkit.sim;

import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ChannelRecords;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.provider.FakePush;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the provider's notices to the nodes, as badly as the net does. Confined. */
final class Newspaper {

    private final World world;
    private final List<NotificationRequest> late = new ArrayList<>();
    private long channels;

    Newspaper(World world) {
        this.world = world;
    }

    /** Opens a channel as the engine does: its record first, then the provider is told. */
    void watch(Remote remote) {
        String channel = "channel" + ++channels;
        Records records = new Records(world.store(), () -> world.dice().nextLong() >>> 1 | 1);
        CalendarRecords calendars = new CalendarRecords(records);
        Optional<Stored<CalendarRecord>> calendar = calendars.find(remote.id());
        if (calendar.isEmpty() || calendar.get().value().isErased()) {
            return;
        }
        Commit commit = records.begin();
        calendars.check(commit, calendar.get());
        new ChannelRecords(records).put(commit, "fake", channel, "secret" + channels, remote.id());
        commit.run();
        remote.calendar().watch(channel, "secret" + channels);
    }

    void deliver(Node node, Dice dice) {
        List<NotificationRequest> now = new ArrayList<>(late);
        late.clear();
        for (NotificationRequest notice : world.server().takeNotices()) {
            switch (dice.nextInt(6)) {
                case 0 -> world.counts().add(FaultKind.NOTICE_LOST);
                case 1 -> {
                    world.counts().add(FaultKind.NOTICE_DOUBLED);
                    now.add(notice);
                    now.add(notice);
                }
                case 2 -> {
                    world.counts().add(FaultKind.NOTICE_LATE);
                    late.add(notice);
                }
                default -> now.add(notice);
            }
        }
        for (NotificationRequest notice : now) {
            world.on(node, sync -> {
                NotificationReply reply = sync.notifications().handle(notice);
                CalendarJudge.require(
                        reply.status() == 202 || reply.status() == 503, "a notice was answered " + reply.status());
            });
        }
    }

    /** A notice that proves nothing moves nothing. */
    void forge(Node node, Remote remote, Dice dice) {
        String channel = dice.nextBoolean() ? "channel" + (1 + dice.nextLong(channels + 1)) : "never";
        List<Object> before = due(remote);
        world.counts().add(FaultKind.NOTICE_FORGED);
        world.on(node, sync -> {
            long ticks = world.moment().tick();
            int status = sync.notifications()
                    .handle(FakePush.notice(channel, "guessed"))
                    .status();
            CalendarJudge.require(status == 202 || status == 503, "a forged notice was answered " + status);
            boolean alone = world.moment().tick() - ticks <= 2;
            CalendarJudge.require(!alone || due(remote).equals(before), "a forged notice rang the bell");
        });
    }

    private List<Object> due(Remote remote) {
        return world.mirror().all().stream()
                .filter(record -> record.key().id().equals("pull:" + remote.id().value()))
                .<Object>map(record -> List.of(record.version(), record.at()))
                .toList();
    }
}
