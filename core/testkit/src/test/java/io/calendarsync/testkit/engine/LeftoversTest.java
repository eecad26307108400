package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static io.calendarsync.testkit.engine.Fixture.fill;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.NotFound;
import io.calendarsync.Subscriber;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an erasure could leave behind, and an export leave out. */
class LeftoversTest {

    private static final OwnerId ANNA = new OwnerId("anna");

    /** Does something once, just before the first commit that deletes a calendar's state. */
    private static final class InterruptedStore implements SyncStore {

        private final SyncStore store = new InMemorySyncStore();
        private Runnable interruption = () -> {};

        @Override
        public StoreLimits limits() {
            return store.limits();
        }

        @Override
        public List<StoredRecord> read(Collection<RecordKey> keys) {
            return store.read(keys);
        }

        @Override
        public RecordPage scan(Scan scan) {
            return store.scan(scan);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            boolean last = batch.stream()
                    .anyMatch(write -> write instanceof Write.Delete
                            && write.key().collection().equals("calendar"));
            if (last) {
                Runnable now = interruption;
                interruption = () -> {};
                now.run();
            }
            return store.commit(batch);
        }
    }

    private static List<StoredRecord> all(SyncLab lab, String collection) {
        return lab.store().scan(Scan.of(collection).limit(1000)).records();
    }

    /** H41 */
    @Test
    void linkOfACalendarThatIsBeingErased_isRefusedAndLeavesNothing() {
        InterruptedStore store = new InterruptedStore();
        try (SyncLab lab = new SyncLab(store, 1)) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 3);
            CalendarId id = connect(lab, remote);
            EventRef ref = new EventRef(id, remote.events().keySet().iterator().next());
            boolean[] refused = {false};
            store.interruption = () -> {
                try {
                    lab.sync().agenda().link(ref, new HostKey("order-1"));
                } catch (NotFound expected) {
                    refused[0] = true;
                }
            };

            lab.sync().operations().erase(ANNA);
            lab.advance(Duration.ofHours(30));

            assertThat(refused[0]).isTrue();
            assertThat(all(lab, "link")).isEmpty();
        }
    }

    /** H41 */
    @Test
    void deliveriesToASubscriberWithoutAHandler_goWithTheOwner() {
        try (SyncLab lab = Fixture.lab().subscribe("gone", Subscriber.Beginning.FROM_NOW)) {
            lab.unsubscribe("gone");
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 3);
            connect(lab, remote);
            assertThat(all(lab, "due-to-gone")).hasSize(2);

            lab.sync().operations().erase(ANNA);
            lab.advance(Duration.ofHours(30));

            assertThat(all(lab, "due-to-gone")).isEmpty();
        }
    }

    @Test
    void export_holdsTheHostsKeysAndTheOwnersLog() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 1);
            CalendarId id = connect(lab, remote);
            String eventId = remote.events().keySet().iterator().next();
            lab.sync().agenda().link(new EventRef(id, eventId), new HostKey("order-1"));

            ByteArrayOutputStream out = new ByteArrayOutputStream();
            lab.sync().operations().export(ANNA, out);

            String text = out.toString(StandardCharsets.UTF_8);
            String log = id.value().substring(0, id.value().indexOf('-'));
            assertThat(text.lines().filter(line -> line.contains("\"type\":\"link\"")))
                    .singleElement()
                    .asString()
                    .contains("order-1", eventId);
            assertThat(text.lines()
                            .filter(line -> line.contains("\"type\":\"entry\"") && line.contains('"' + log + '"')))
                    .hasSize(1);
        }
    }
}
