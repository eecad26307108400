package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.CalendarChange;
import io.calendarsync.CalendarState;
import io.calendarsync.ConnectRequest;
import io.calendarsync.Connected;
import io.calendarsync.Departure;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.Use;
import io.calendarsync.model.Access;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.FakeAccount;
import io.calendarsync.testkit.provider.ProviderCall;
import io.calendarsync.testkit.provider.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of an account's calendars is itself kept in step, and leaving says what stays behind. */
class CalendarListTest {

    private static final OwnerId ANNA = new OwnerId("anna");

    @Test
    void aCalendarAddedLater_isFoundAndRead() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, ANNA);
            Fixture.fill(lab.server().account("anna").calendar("second"), 3);

            lab.advance(Duration.ofHours(2));

            assertThat(calendar(lab, id, "second").events()).isEqualTo(3);
        }
    }

    @Test
    void aCalendarOfSomebodyElse_isKnown_butOnlyReadWhenTheHostSaysSo() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, ANNA);
            Fixture.fill(lab.server().account("bob").calendar("team"), 3);
            lab.server().account("anna").share(lab.server().calendar("team"), Access.READ);
            lab.advance(Duration.ofHours(2));

            SyncedCalendar team = calendar(lab, id, "team");
            assertThat(team.state()).isEqualTo(CalendarState.PAUSED);
            assertThat(team.uses()).isEmpty();

            lab.sync().connections().use(team.id(), Set.of(Use.SYNC));
            lab.settle();

            assertThat(calendar(lab, id, "team").events()).isEqualTo(3);
            lab.sync().connections().use(team.id(), Set.of());
            long before = lab.server().calls(ProviderCall.Kind.CHANGES);
            lab.server().account("bob").unshare("nothing");
            lab.advance(Duration.ofMinutes(10));
            assertThat(calendar(lab, id, "team").state()).isEqualTo(CalendarState.PAUSED);
            assertThat(lab.server().calls(ProviderCall.Kind.CHANGES)).isLessThanOrEqualTo(before + 1);
        }
    }

    @Test
    void usesWithoutSync_areRefused() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, ANNA);

            assertThatThrownBy(() -> lab.sync()
                            .connections()
                            .use(calendar(lab, id, "work").id(), Set.of(Use.BUSY)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRenamedCalendar_isToldUnderItsNewName() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, ANNA);
            lab.server().calendar("work").rename("Office");

            lab.advance(Duration.ofHours(2));

            assertThat(calendar(lab, id, "Office").state()).isEqualTo(CalendarState.SYNCED);
            assertThat(told(lab)).anySatisfy(change -> {
                assertThat(change.why()).isEqualTo("renamed");
                assertThat(change.before()).isEqualTo(change.after());
            });
        }
    }

    @Test
    void anUnsharedCalendar_isGone_deletesNothing_andComesBack() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, ANNA);
            FakeAccount anna = lab.server().account("anna");
            anna.unshare("work");
            lab.take("host");

            lab.advance(Duration.ofHours(2));

            SyncedCalendar gone = calendar(lab, id, "work");
            assertThat(gone.state()).isEqualTo(CalendarState.GONE);
            assertThat(gone.events()).isEqualTo(2);
            assertThat(Fixture.changes(lab.take("host"))).isEmpty();
            assertThat(lab.sync().agenda().busy(ANNA, Fixture.february()).items())
                    .as("what the account does not see any more does not block it")
                    .isEmpty();
            assertThat(lab.sync().agenda().busy(ANNA, Fixture.february()).unknown())
                    .isEmpty();

            anna.share(lab.server().calendar("work"), Access.READ_WRITE);
            lab.advance(Duration.ofHours(2));
            assertThat(calendar(lab, id, "work").state()).isEqualTo(CalendarState.SYNCED);
        }
    }

    @Test
    void aWholeListThatLacksACalendar_isNotBelievedAtOnce_norAnEmptyOneEver() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, ANNA);
            Fixture.fill(lab.server().account("anna").calendar("second"), 1);
            lab.advance(Duration.ofHours(2));
            lab.server().account("anna").unshare("work");
            lab.server().account("anna").unshare("second");
            lab.server().faults().failNext(ProviderCall.Kind.CALENDARS, Refusal.of(410));

            lab.advance(Duration.ofHours(8));

            assertThat(calendar(lab, id, "second").state())
                    .as("two empty lists in a row")
                    .isNotEqualTo(CalendarState.GONE);

            lab.server().account("anna").calendar("third");
            lab.advance(Duration.ofHours(4));
            assertThat(calendar(lab, id, "second").state()).isEqualTo(CalendarState.GONE);
        }
    }

    @Test
    void disconnecting_revokesTheGrant_unlessAnotherConnectionLivesOnIt() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId first = connect(lab, ANNA);
            ConnectionId second = connect(lab, new OwnerId("her-assistant"));

            Departure shared = lab.sync().connections().disconnect(first);
            assertThat(shared.revoked()).isFalse();
            assertThat(shared.remains()).singleElement().asString().contains("another connection");
            assertThat(lab.server().grants().lives("anna")).isTrue();

            Departure last = lab.sync().connections().disconnect(second);
            assertThat(last.revoked()).isTrue();
            assertThat(last.remains()).isEmpty();
            assertThat(lab.server().grants().lives("anna")).isFalse();
        }
    }

    @Test
    void disconnecting_succeeds_whereTheProviderCannotBeReached_andSaysWhatStays() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, ANNA);
            lab.server().faults().failNext(ProviderCall.Kind.REVOKE, Refusal.of(503));

            Departure departure = lab.sync().connections().disconnect(id);

            assertThat(departure.revoked()).isFalse();
            assertThat(departure.remains()).singleElement().asString().contains("could not be told");
            assertThat(lab.sync().connections().list(ANNA)).isEmpty();
        }
    }

    @Test
    void erasingAnOwner_revokesTheirGrant() {
        try (SyncLab lab = Fixture.lab()) {
            connect(lab, ANNA);

            lab.sync().operations().erase(ANNA);

            assertThat(lab.server().grants().lives("anna")).isFalse();
        }
    }

    private static ConnectionId connect(SyncLab lab, OwnerId owner) {
        if (lab.server().calendars().isEmpty()) {
            Fixture.fill(lab.server().account("anna").calendar("work"), 2);
        }
        URI page = lab.sync()
                .connections()
                .begin(ConnectRequest.of(owner, new ProviderId("fake"), URI.create("https://host.example/callback")));
        Connected connected = (Connected)
                lab.sync().connections().complete(owner, lab.server().grants().allow(page, "anna"));
        lab.settle();
        return connected.connection().id();
    }

    private static SyncedCalendar calendar(SyncLab lab, ConnectionId id, String name) {
        return lab.sync().connections().calendars(id).stream()
                .filter(calendar -> calendar.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<CalendarChange> told(SyncLab lab) {
        return lab.delivered("host").stream()
                .filter(CalendarChange.class::isInstance)
                .map(CalendarChange.class::cast)
                .toList();
    }
}
