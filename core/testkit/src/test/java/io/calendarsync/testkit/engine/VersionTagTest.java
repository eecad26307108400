package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.calendarsync.EventChange;
import io.calendarsync.SyncReport;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.testkit.SyncLab;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes under the version tag that is stored is as it is stored, and is not read. */
class VersionTagTest {

    private final List<RemoteChange> page = new ArrayList<>();
    private final List<String> read = new ArrayList<>();

    @Test
    void whatHasTheTagThatIsStored_isNotReadAndNotMissed() {
        try (SyncLab lab = lab()) {
            page.addAll(List.of(item("a", "1", "One"), item("b", "1", "Other")));
            CalendarId id = connect(lab);
            lab.take("host");
            read.clear();

            page.clear();
            page.addAll(List.of(item("a", "1", "One"), item("b", "2", "Changed")));
            lab.advance(Duration.ofHours(1));

            assertThat(read).containsOnly("b");
            assertThat(Fixture.changes(lab.take("host")))
                    .extracting(EventChange::kind, change -> change.event().title())
                    .containsExactly(tuple(EventChange.Kind.UPDATED, "Changed"));
            assertThat(Fixture.titles(lab, id)).containsExactlyInAnyOrder("One", "Changed");
        }
    }

    @Test
    void whereAPageContradictsItself_whateverTheTag_itIsRead() {
        try (SyncLab lab = lab()) {
            page.add(item("a", "1", "One"));
            connect(lab);
            read.clear();

            page.clear();
            page.addAll(List.of(item("a", "1", "One"), item("a", "1", "One")));
            lab.advance(Duration.ofHours(1));

            assertThat(read).contains("a");
        }
    }

    /** A tag of which nothing can be kept is as good as none. */
    @Test
    void aTagThatIsTooLong_sparesNothing() {
        try (SyncLab lab = lab()) {
            String tag = "t".repeat(101);
            page.add(item("a", tag, "One"));
            CalendarId id = connect(lab);
            read.clear();
            page.set(0, item("a", tag, "One"));

            assertThat(lab.sync().agenda().syncNow(id).outcome()).isEqualTo(SyncReport.Outcome.DONE);

            assertThat(read).contains("a");
            assertThat(Fixture.titles(lab, id)).containsExactly("One");
        }
    }

    private RemoteChange item(String id, String tag, String title) {
        return RemoteChange.Present.tagged(id, tag, () -> {
            read.add(id);
            return Event.builder(new EventRef(new CalendarId("only"), id), Fixture.at(9))
                    .uid(id)
                    .etag(tag)
                    .title(title)
                    .build();
        });
    }

    private SyncLab lab() {
        return Fixture.lab()
                .with(builder -> builder.provider(new ScriptedProvider(
                        () -> from -> new ChangePage(Coverage.SNAPSHOT, page, new Position.Cursor("end")))));
    }

    private static CalendarId connect(SyncLab lab) {
        CalendarId id = lab.sync()
                .connections()
                .connectFeed(new OwnerId("anna"), URI.create("scripted:feed"), ZoneOffset.UTC)
                .calendar()
                .id();
        lab.settle();
        return id;
    }
}
