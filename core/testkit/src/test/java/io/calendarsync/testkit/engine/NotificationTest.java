package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.CalendarSync;
import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import io.calendarsync.engine.record.ChannelRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.WatchRecord;
import io.calendarsync.engine.record.WatchRecords;
import io.calendarsync.engine.record.WatchTarget;
import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.FakeProvider;
import io.calendarsync.testkit.provider.FakePush;
import io.calendarsync.testkit.provider.ProviderCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class NotificationTest {

    @Test
    void aGenuineNoticeBringsTheChangeAtOnce() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            watch(lab, connect(lab, remote), "channel-1", "secret-1");
            remote.create("News", at(9));

            NotificationReply reply = lab.sync().notifications().handle(FakePush.notice("channel-1", "secret-1"));
            lab.settle();

            assertThat(reply.status()).isEqualTo(202);
            assertThat(Fixture.changes(lab.delivered("host"))).hasSize(1);
        }
    }

    @Test
    void aForgedOrUnknownNoticeIsDroppedWithoutAWord() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            watch(lab, connect(lab, remote), "channel-1", "secret-1");
            long asked = lab.server().calls(ProviderCall.Kind.CHANGES);

            assertThat(lab.sync()
                            .notifications()
                            .handle(FakePush.notice("channel-1", "guess"))
                            .status())
                    .isEqualTo(202);
            assertThat(lab.sync()
                            .notifications()
                            .handle(FakePush.notice("other", "secret-1"))
                            .status())
                    .isEqualTo(202);
            lab.settle();

            assertThat(lab.server().calls(ProviderCall.Kind.CHANGES)).isEqualTo(asked);
        }
    }

    @Test
    void aHandshakeIsAnsweredWithoutTheStore() {
        SyncStore down = down();
        try (SyncLab lab = new SyncLab();
                CalendarSync sync = sync(lab, down)) {
            NotificationReply reply = sync.notifications().handle(FakePush.handshake("hello"));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("hello");
            Mockito.verify(down, Mockito.never()).read(Mockito.any());
            Mockito.verify(down, Mockito.never()).commit(Mockito.any());
        }
    }

    /** H23: what cannot be written down has to be sent again. */
    @Test
    void aNoticeIsSentAgainWhileTheStoreIsDown() {
        SyncStore down = down();
        Mockito.when(down.read(Mockito.any())).thenThrow(new IllegalStateException("no connection"));
        try (SyncLab lab = new SyncLab();
                CalendarSync sync = sync(lab, down)) {
            assertThat(sync.notifications()
                            .handle(FakePush.notice("channel-1", "secret-1"))
                            .status())
                    .isEqualTo(503);
        }
    }

    @Test
    void whatNoProviderSendsIsNotFound() {
        try (SyncLab lab = new SyncLab()) {
            NotificationRequest stray = new NotificationRequest("GET", "/robots.txt", "", Map.of(), new byte[0]);
            assertThat(lab.sync().notifications().handle(stray).status()).isEqualTo(404);
        }
    }

    private static SyncStore down() {
        SyncStore down = Mockito.mock(SyncStore.class);
        Mockito.when(down.limits()).thenReturn(StoreLimits.LEAST);
        return down;
    }

    private static CalendarSync sync(SyncLab lab, SyncStore store) {
        return CalendarSync.builder()
                .store(store)
                .cipher(Mockito.mock())
                .provider(new FakeProvider(lab.server()))
                .clock(lab.clock())
                .build();
    }

    private static void watch(SyncLab lab, CalendarId calendar, String channel, String secret) {
        Records records = new Records(lab.store(), () -> 77);
        Commit commit = records.begin();
        Instant now = lab.clock().instant();
        WatchRecord watch = WatchRecord.begin(WatchTarget.of(calendar), new ProviderId("fake"))
                .with(ChannelRecord.pending(channel, secret, "anywhere", now, Duration.ofDays(7)));
        new WatchRecords(records).create(commit, watch);
        assertThat(commit.run()).isTrue();
    }
}
