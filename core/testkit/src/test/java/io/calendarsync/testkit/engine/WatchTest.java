package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.Departure;
import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import io.calendarsync.Use;
import io.calendarsync.WatchState;
import io.calendarsync.WatchStatus;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.FakePush;
import io.calendarsync.testkit.provider.ProviderCall;
import io.calendarsync.testkit.provider.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Channels are opened, renewed, replaced and stopped, and none dies unnoticed. */
class WatchTest {

    private static final URI PUBLIC = URI.create("https://host.example/notices");

    @Test
    void aCalendarIsWatched_andAnEditIsThere_asSoonAsItsNoticeIs() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            CalendarId id = connect(lab, remote);
            lab.take("host");

            assertThat(watch(lab, id).state()).isEqualTo(WatchState.ACTIVE);
            assertThat(watch(lab, id).expires()).isPresent();
            remote.create("News", at(9));
            deliver(lab);

            assertThat(Fixture.changes(lab.take("host"))).hasSize(1);
        }
    }

    @Test
    void aWatchedCalendar_isPolledHoursApart_andAnUnwatchedOne_minutesApart() {
        try (SyncLab watched = lab();
                SyncLab polled = Fixture.lab()) {
            connect(watched, calendar(watched, Behaviour.googleLike()));
            connect(polled, calendar(polled, Behaviour.googleLike()));
            long watchedBefore = watched.server().calls(ProviderCall.Kind.CHANGES);
            long polledBefore = polled.server().calls(ProviderCall.Kind.CHANGES);

            watched.advance(Duration.ofDays(1));
            polled.advance(Duration.ofDays(1));

            assertThat(watched.server().calls(ProviderCall.Kind.CHANGES) - watchedBefore)
                    .isBetween(4L, 9L);
            assertThat(polled.server().calls(ProviderCall.Kind.CHANGES) - polledBefore)
                    .isGreaterThan(60);
        }
    }

    @Test
    void withoutAPublicAddress_nothingIsWatched() {
        try (SyncLab lab = Fixture.lab()) {
            connect(lab, calendar(lab, Behaviour.googleLike()));

            assertThat(lab.server().calls(ProviderCall.Kind.WATCH)).isZero();
        }
    }

    @Test
    void aChannelIsReplacedBeforeItEnds_andTheOldOneStopped_forAsLongAsItTakes() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            CalendarId id = connect(lab, remote);

            for (int day = 0; day < 60; day++) {
                lab.advance(Duration.ofDays(1));
                assertThat(lab.server().watches().standing(remote.id())).isEqualTo(1);
                assertThat(watch(lab, id).isLive()).isTrue();
            }

            assertThat(lab.server().calls(ProviderCall.Kind.WATCH)).isBetween(20L, 24L);
        }
    }

    @Test
    void aChannelThatCanLastLonger_isExtended_notReplaced() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            lab.server().watches().extending(true).longest(Duration.ofDays(2));
            connect(lab, remote);
            List<String> channels = lab.server().watches().channels();

            lab.advance(Duration.ofDays(20));

            assertThat(lab.server().watches().channels()).isEqualTo(channels);
            assertThat(lab.server().watches().standing(remote.id())).isEqualTo(1);
        }
    }

    /** H29: the provider's first message comes before its answer, or instead of it. */
    @Test
    void aChannelWhoseAnswerWasLost_isKnownByItsFirstMessage() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            lab.server().faults().loseNextAnswer(ProviderCall.Kind.WATCH, Refusal.of(504));
            CalendarId id = lab.connect("anna", remote).calendar().id();
            lab.settle();
            assertThat(watch(lab, id).state()).isEqualTo(WatchState.PENDING);

            deliver(lab);

            assertThat(watch(lab, id).state()).isEqualTo(WatchState.ACTIVE);
            lab.advance(Duration.ofHours(2));
            assertThat(lab.server().calls(ProviderCall.Kind.WATCH)).isEqualTo(1);
            assertThat(lab.server().watches().standing(remote.id())).isEqualTo(1);
        }
    }

    /** H29: where even that is lost, another is asked for under a new id, and the first ends by itself. */
    @Test
    void aChannelNothingIsHeardOf_isAskedForAgain_underAnotherId() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            lab.server().faults().loseNextAnswer(ProviderCall.Kind.WATCH, Refusal.of(504));
            CalendarId id = lab.connect("anna", remote).calendar().id();
            lab.settle();
            lab.server().takeNotices();

            lab.advance(Duration.ofHours(1));

            assertThat(watch(lab, id).isLive()).isTrue();
            assertThat(lab.server().watches().channels()).hasSize(2);
            lab.advance(Duration.ofDays(8));
            assertThat(lab.server().watches().standing(remote.id())).isEqualTo(1);
        }
    }

    /** H30: alive on paper, and silent. */
    @Test
    void aChannelThatToldNothingOfAChange_isReplaced() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            CalendarId id = connect(lab, remote);
            List<String> before = lab.server().watches().channels();
            lab.server().watches().dropAll();
            remote.create("Nobody tells", at(9));

            lab.advance(Duration.ofHours(6));

            assertThat(watch(lab, id).isLive()).isTrue();
            assertThat(lab.server().watches().channels()).isNotEmpty().doesNotContainAnyElementsOf(before);
            remote.create("Told", at(10));
            deliver(lab);
            assertThat(Fixture.changes(lab.delivered("host"))).hasSize(2);
        }
    }

    @Test
    void aChannelThatTellsOfEveryChange_isLeftAlone() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            connect(lab, remote);
            List<String> before = lab.server().watches().channels();

            for (int hour = 0; hour < 30; hour++) {
                remote.create("News " + hour, at(9));
                lab.clock().advance(Duration.ofMinutes(2));
                deliver(lab);
                lab.advance(Duration.ofHours(1));
            }

            assertThat(lab.server().watches().channels()).isEqualTo(before);
        }
    }

    @Test
    void whatCannotBeWatched_isAskedAboutSeldom_andPolled() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            lab.server().watches().refuse(remote.id());
            CalendarId id = connect(lab, remote);

            lab.advance(Duration.ofDays(20));

            assertThat(lab.server().calls(ProviderCall.Kind.WATCH)).isEqualTo(1);
            assertThat(watch(lab, id).state()).isEqualTo(WatchState.FAILED);
            assertThat(watch(lab, id).why()).isNotEmpty();
            remote.create("News", at(9));
            lab.advance(Duration.ofMinutes(30));
            assertThat(Fixture.changes(lab.delivered("host"))).hasSize(1);
        }
    }

    @Test
    void whileTheProviderGrantsNone_itIsAskedEverMoreSeldom() {
        try (SyncLab lab = lab()) {
            for (int i = 0; i < 1000; i++) {
                lab.server().faults().failNext(ProviderCall.Kind.WATCH, Refusal.of(503));
            }
            connect(lab, calendar(lab, Behaviour.googleLike()));

            lab.advance(Duration.ofDays(2));

            assertThat(lab.server().calls(ProviderCall.Kind.WATCH)).isBetween(8L, 30L);
        }
    }

    @Test
    void anotherPublicAddress_replacesAllChannels() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            connect(lab, remote);
            List<String> before = lab.server().watches().channels();

            lab.with(builder -> builder.publicUrl(URI.create("https://other.example/notices")));
            lab.advance(Duration.ofHours(1));

            assertThat(lab.server().watches().channels()).hasSize(1).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void aPublicAddressGivenLater_watchesWhatIsConnected() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            connect(lab, remote);

            lab.with(builder -> builder.publicUrl(PUBLIC));
            lab.advance(Duration.ofHours(1));

            assertThat(lab.server().watches().standing(remote.id())).isEqualTo(1);
        }
    }

    @Test
    void forced_allAreReplaced() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            CalendarId id = connect(lab, remote);
            List<String> before = lab.server().watches().channels();
            lab.clock().advance(Duration.ofMinutes(1));

            lab.sync().watches().ensure(connection(id), false);
            lab.settle();
            assertThat(lab.server().watches().channels()).isEqualTo(before);
            lab.sync().watches().ensure(connection(id), true);
            lab.settle();

            assertThat(lab.server().watches().channels()).hasSize(1).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void pausedTakenOutOrDisconnected_itIsNotWatchedAnyMore() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            CalendarId id = connect(lab, remote);

            lab.sync().connections().pause(connection(id));
            lab.settle();
            assertThat(lab.server().watches().standing(remote.id())).isZero();

            lab.sync().connections().resume(connection(id));
            lab.settle();
            assertThat(lab.server().watches().standing(remote.id())).isEqualTo(1);

            lab.sync().connections().use(id, Set.of(Use.SYNC, Use.BUSY));
            lab.settle();
            assertThat(lab.server().watches().standing(remote.id())).isZero();

            lab.sync().connections().use(id, Use.standard());
            lab.settle();
            Departure departure = lab.sync().connections().disconnect(connection(id));
            assertThat(lab.server().watches().standing(remote.id())).isZero();
            assertThat(departure.remains()).isEmpty();
        }
    }

    @Test
    void aChannelThatCannotBeStopped_isSaidToStay() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            CalendarId id = connect(lab, remote);
            lab.server().faults().failNext(ProviderCall.Kind.STOP, Refusal.of(503));

            Departure departure = lab.sync().connections().disconnect(connection(id));

            assertThat(departure.remains()).singleElement().asString().contains("watch channel stays until");
            remote.create("News", at(9));
            assertThat(lab.server().takeNotices())
                    .isNotEmpty()
                    .allSatisfy(notice -> assertThat(
                                    lab.sync().notifications().handle(notice).status())
                            .isEqualTo(202));
        }
    }

    /** H28: what is another installation's, such as one on a copy of our store, is not ours to act on. */
    @Test
    void aNoticeForAnotherInstallation_isDropped() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            connect(lab, remote);
            remote.create("News", at(9));
            NotificationRequest genuine = lab.server().takeNotices().stream()
                    .reduce((first, last) -> last)
                    .orElseThrow();
            NotificationRequest foreign = new NotificationRequest(
                    genuine.method(),
                    genuine.path(),
                    genuine.rawQuery().replaceAll("installation=[^&]*", "installation=staging"),
                    genuine.headers(),
                    genuine.body());
            long asked = lab.server().calls(ProviderCall.Kind.CHANGES);

            assertThat(lab.sync().notifications().handle(foreign).status()).isEqualTo(202);
            lab.settle();
            assertThat(lab.server().calls(ProviderCall.Kind.CHANGES)).isEqualTo(asked);

            assertThat(lab.sync().notifications().handle(genuine).status()).isEqualTo(202);
            lab.settle();
            assertThat(lab.server().calls(ProviderCall.Kind.CHANGES)).isEqualTo(asked + 1);
        }
    }

    @Test
    void aForgedNotice_orOneOfAnotherResource_ringsNoBell() {
        try (SyncLab lab = lab()) {
            connect(lab, calendar(lab, Behaviour.googleLike()));
            String channel = lab.server().watches().channels().get(0);
            long asked = lab.server().calls(ProviderCall.Kind.CHANGES);

            NotificationReply reply = lab.sync().notifications().handle(FakePush.notice(channel, "guessed"));
            lab.settle();

            assertThat(reply.status()).isEqualTo(202);
            assertThat(lab.server().calls(ProviderCall.Kind.CHANGES)).isEqualTo(asked);
            NotificationRequest unknownProvider = new NotificationRequest(
                    "POST", "/notices", "provider=nobody&channel=" + channel, Map.of(), new byte[0]);
            assertThat(lab.sync().notifications().handle(unknownProvider).status())
                    .isEqualTo(404);
        }
    }

    private static SyncLab lab() {
        return Fixture.lab().with(builder -> builder.publicUrl(PUBLIC));
    }

    private static void deliver(SyncLab lab) {
        lab.server().takeNotices().forEach(lab.sync().notifications()::handle);
        lab.settle();
    }

    private static ConnectionId connection(CalendarId calendar) {
        return Keyspace.connectionOf(calendar);
    }

    private static WatchStatus watch(SyncLab lab, CalendarId id) {
        return lab.sync().watches().of(connection(id)).stream()
                .filter(watch -> watch.calendar().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
