package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static io.calendarsync.testkit.engine.Fixture.fill;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.EventChange;
import io.calendarsync.Restarted;
import io.calendarsync.Retention;
import io.calendarsync.Subscriber;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is purged of logs and audit trails, and what has to stay. */
class PurgeTest {

    private static final Retention BRIEF =
            new Retention(Duration.ofDays(400), Duration.ofDays(2), Duration.ofDays(30), Duration.ofDays(3));

    private static List<StoredRecord> in(SyncLab lab, String collection, String partition) {
        return lab.store()
                .scan(Scan.of(collection).in(partition).limit(1000).withoutPayloads())
                .records();
    }

    private static String ownerKey(CalendarId id) {
        return id.value().substring(0, id.value().indexOf('-'));
    }

    private static void pauseAndResume(SyncLab lab) {
        ConnectionId id =
                lab.sync().connections().list(new OwnerId("anna")).get(0).id();
        lab.sync().connections().pause(id);
        lab.sync().connections().resume(id);
        lab.settle();
    }

    @Test
    void oldEntriesOfALongLog_toldToAll_areAllPurgedByOneTidying() {
        try (SyncLab lab = Fixture.lab().with(builder -> builder.retention(BRIEF))) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 1600);
            CalendarId id = connect(lab, remote);
            assertThat(in(lab, "log", id.value())).hasSize(1000);

            lab.advance(Duration.ofHours(97));

            assertThat(in(lab, "log", id.value())).isEmpty();
            assertThat(lab.sync().agenda().events(id, Optional.empty(), 1).items())
                    .hasSize(1);
        }
    }

    @Test
    void oldEntriesOfAnOwnersLog_andOfTheTrail_arePurgedAndNewOnesStay() {
        try (SyncLab lab = Fixture.lab().with(builder -> builder.retention(BRIEF))) {
            CalendarId id = connect(lab, calendar(lab, Behaviour.feedLike()));
            pauseAndResume(lab);
            assertThat(in(lab, "log", ownerKey(id))).hasSize(3);
            assertThat(in(lab, "audit", ownerKey(id))).hasSize(3);

            lab.advance(Duration.ofDays(6));
            pauseAndResume(lab);
            lab.advance(Duration.ofDays(1));

            assertThat(in(lab, "log", ownerKey(id))).hasSize(2);
            assertThat(in(lab, "audit", ownerKey(id))).hasSize(2);
            assertThat(lab.delivered("host").stream()
                            .filter(event -> event.position().log().equals(ownerKey(id))))
                    .hasSize(5);
        }
    }

    /** H18 and H19 hold for owners' logs too. */
    @Test
    void entriesOfAnOwnersLog_thatASubscriberIsParkedAt_stayHoweverOld() {
        Subscriber stuck = Subscriber.of("stuck", Subscriber.Beginning.FROM_NOW, delivery -> {
            throw new IllegalStateException("never");
        });
        try (SyncLab lab =
                Fixture.lab().with(builder -> builder.retention(BRIEF).subscriber(stuck))) {
            CalendarId id = connect(lab, calendar(lab, Behaviour.feedLike()));
            pauseAndResume(lab);

            lab.advance(Duration.ofDays(40));

            assertThat(in(lab, "log", ownerKey(id))).hasSize(3);
            assertThat(in(lab, "audit", ownerKey(id))).isEmpty();
        }
    }

    /** A subscriber is absent when no node has its handler, not when there is nothing to tell it. */
    @Test
    void aSubscriberThatHeardNothingForLong_isStillThere() {
        Retention shortly =
                new Retention(Duration.ofDays(400), Duration.ofDays(1), Duration.ofDays(10), Duration.ofDays(30));
        try (SyncLab lab = Fixture.lab().with(builder -> builder.retention(shortly))) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            connect(lab, remote);
            lab.advance(Duration.ofDays(20));
            int before = lab.delivered("host").size();

            lab.unsubscribe("host");
            remote.create("While it was down", at(8));
            lab.advance(Duration.ofDays(5));
            lab.subscribe("host", Subscriber.Beginning.FROM_NOW);
            lab.settle();

            assertThat(lab.delivered("host").stream().skip(before))
                    .noneMatch(Restarted.class::isInstance)
                    .anyMatch(event -> event instanceof EventChange change
                            && change.event().title().equals("While it was down"));
        }
    }
}
