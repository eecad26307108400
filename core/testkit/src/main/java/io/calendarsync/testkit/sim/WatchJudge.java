package io.calendarsync.testkit.sim;

import static io.calendarsync.testkit.sim.CalendarJudge.require;

import io.calendarsync.NotificationRequest;
import io.calendarsync.WatchState;
import io.calendarsync.engine.record.Fields;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.store.Write;
import io.calendarsync.testkit.provider.FakePush;
import io.calendarsync.testkit.provider.FakeWatches;
import java.util.HashMap;
import java.util.Map;

/** Judges what is written down of watch channels by what the provider knows of them. Confined. */
final class WatchJudge {

    private final Mirror mirror;
    private final FakeWatches channels;

    WatchJudge(Mirror mirror, FakeWatches channels) {
        this.mirror = mirror;
        this.channels = channels;
    }

    /** A channel that one of us had stopped is never taken for one that tells, whoever was slow (H28). */
    void judge(Write write) {
        if (!(write instanceof Write.Put put)) {
            return;
        }
        Map<String, String> before =
                mirror.fields(write.key()).map(WatchJudge::states).orElseGet(Map::of);
        states(Fields.of(put.record().payload())).forEach((channel, state) -> {
            boolean begins = isLive(state) && !isLive(before.getOrDefault(channel, ""));
            require(!begins || !channels.wasStopped(channel), "a channel that was stopped is taken for a live one");
        });
    }

    /** A channel that has told anything is not waited for any more: it can be stopped (H29). */
    void heard(NotificationRequest notice) {
        if (!(new FakePush().read(notice) instanceof PushDialect.Reading.Notices read)) {
            return;
        }
        for (PushDialect.Notice one : read.notices()) {
            mirror.of(Mirror.WATCH)
                    .forEach(record -> require(
                            !WatchState.PENDING
                                    .name()
                                    .equals(states(Fields.of(record.payload())).get(one.channel())),
                            "a channel that has told that it stands is still waited for"));
        }
    }

    private static boolean isLive(String state) {
        return state.equals(WatchState.ACTIVE.name());
    }

    private static Map<String, String> states(Fields watch) {
        Map<String, String> states = new HashMap<>();
        watch.children("channels").forEach(channel -> states.put(channel.text("id"), channel.text("state")));
        return states;
    }
}
