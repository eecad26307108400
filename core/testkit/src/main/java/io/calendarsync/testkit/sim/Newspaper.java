package io.calendarsync.testkit.sim;

import io.calendarsync.NotFound;
import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.provider.FakePush;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the provider's notices to the nodes, as badly as the net does. Confined. */
final class Newspaper {

    private final World world;
    private final List<NotificationRequest> late = new ArrayList<>();

    Newspaper(World world) {
        this.world = world;
    }

    /** The provider ends or silences channels without a word; the host has them replaced. */
    void meddle(Node node, Remote remote, Dice dice) {
        switch (dice.nextInt(4)) {
            case 0 -> {
                world.server().watches().dropAll();
                world.counts().add(FaultKind.CHANNELS_SILENT);
            }
            case 1 -> {
                world.server().watches().silent(true);
                world.counts().add(FaultKind.CHANNELS_SILENT);
            }
            case 2 -> world.server().watches().silent(false);
            default -> {
                boolean force = dice.nextBoolean();
                world.on(node, sync -> {
                    try {
                        sync.watches().ensure(remote.connection(), force);
                    } catch (NotFound disconnected) {
                        // What is not connected is not watched.
                    }
                });
            }
        }
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
                int struck = world.mischief().struck();
                NotificationReply reply = sync.notifications().handle(notice);
                CalendarJudge.require(
                        reply.status() == 202 || reply.status() == 503, "a notice was answered " + reply.status());
                if (reply.status() == 202 && world.mischief().struck() == struck) {
                    world.watches().heard(notice);
                }
            });
        }
    }

    /** A notice of a channel that a copy of the installation has opened moves nothing, though it proves itself. */
    void astray(Node node, Remote remote, Dice dice) {
        List<String> real = world.server().watches().channels();
        Optional<NotificationRequest> genuine =
                real.isEmpty() ? Optional.empty() : world.server().watches().genuine(dice.choose(real));
        if (genuine.isEmpty()) {
            return;
        }
        NotificationRequest one = genuine.get();
        String query = one.rawQuery().replaceAll("installation=[^&]*", "installation=staging");
        world.counts().add(FaultKind.NOTICE_ASTRAY);
        unmoved(
                node,
                remote,
                new NotificationRequest(one.method(), one.path(), query, one.headers(), one.body()),
                "a notice of another installation");
    }

    /** A notice that proves nothing moves nothing. */
    void forge(Node node, Remote remote, Dice dice) {
        List<String> real = world.server().watches().channels();
        String channel = real.isEmpty() || dice.nextBoolean() ? "never" : dice.choose(real);
        world.counts().add(FaultKind.NOTICE_FORGED);
        unmoved(node, remote, FakePush.notice(channel, "guessed"), "a forged notice");
    }

    private void unmoved(Node node, Remote remote, NotificationRequest notice, String what) {
        List<Object> before = due(remote);
        world.on(node, sync -> {
            int struck = world.mischief().struck();
            int status = sync.notifications().handle(notice).status();
            CalendarJudge.require(status == 202 || status == 503, what + " was answered " + status);
            boolean alone = world.mischief().struck() == struck;
            CalendarJudge.require(!alone || due(remote).equals(before), what + " rang the bell");
        });
    }

    private List<Object> due(Remote remote) {
        return world.mirror().all().stream()
                .filter(record -> record.key().id().equals("pull:" + remote.id().value()))
                .<Object>map(record -> List.of(record.version(), record.at()))
                .toList();
    }
}
