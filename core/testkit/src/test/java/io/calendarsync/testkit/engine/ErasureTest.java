package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static io.calendarsync.testkit.engine.Fixture.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.InvalidRequest;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private static final List<String> COLLECTIONS = List.of(
            "owner",
            "connection",
            "credential",
            "calendar",
            "event",
            "long-event",
            "override",
            "link",
            "seen",
            "review",
            "log",
            "progress",
            "parked",
            "audit",
            "own-write",
            "due-common",
            "due-to-host");

    /** H41: what work in progress may still write is erased by the work that follows. */
    @Test
    void anErasedOwnerLeavesNoRecord() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            fill(remote, 40);
            CalendarId id = connect(lab, remote);
            String eventId = remote.events().keySet().iterator().next();
            lab.sync().agenda().link(new EventRef(id, eventId), new HostKey("order-1"));
            remote.create("News", at(9));

            int erased = lab.sync().operations().erase(new OwnerId("anna"));
            assertThat(erased).isGreaterThan(80);
            assertThatThrownBy(() -> lab.connect("anna", remote)).isInstanceOf(InvalidRequest.class);
            lab.advance(Duration.ofHours(30));

            assertThat(left(lab)).isEmpty();
            lab.connect("anna", remote);
            lab.advance(Duration.ofHours(1));
            assertThat(lab.sync().connections().list(new OwnerId("anna"))).hasSize(1);
        }
    }

    @Test
    void aDisconnectedFeedLeavesNoEventAndBeginsAnewWhenConnectedAgain() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 5);
            CalendarId id = connect(lab, remote);
            String before = lab.delivered("host").get(3).position().epoch();

            lab.sync()
                    .connections()
                    .disconnect(lab.sync()
                            .connections()
                            .list(new OwnerId("anna"))
                            .get(0)
                            .id());
            lab.advance(Duration.ofHours(1));
            assertThat(Fixture.titles(lab, id)).isEmpty();
            lab.take("host");

            assertThat(connect(lab, remote)).isEqualTo(id);
            assertThat(Fixture.changes(lab.delivered("host"))).hasSize(5);
            assertThat(Fixture.changes(lab.delivered("host")).get(0).position().epoch())
                    .isNotEqualTo(before);
        }
    }

    @Test
    void anExportHoldsEventsAndTheTrailButNoCredential() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 3);
            connect(lab, remote);

            ByteArrayOutputStream out = new ByteArrayOutputStream();
            lab.sync().operations().export(new OwnerId("anna"), out);

            String text = out.toString(StandardCharsets.UTF_8);
            assertThat(text.lines().filter(line -> line.contains("\"type\":\"event\"")))
                    .hasSize(3);
            assertThat(text)
                    .contains("\"type\":\"entry\"", "\"type\":\"audit\"", "Event 2")
                    .doesNotContain("fake://");
        }
    }

    private static List<StoredRecord> left(SyncLab lab) {
        List<StoredRecord> left = new ArrayList<>();
        for (String collection : COLLECTIONS) {
            RecordPage page = lab.store().scan(Scan.of(collection).limit(1000));
            left.addAll(page.records());
        }
        return left;
    }
}
