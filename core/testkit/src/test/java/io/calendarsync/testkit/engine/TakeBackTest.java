package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.ConnectionState;
import io.calendarsync.Departure;
import io.calendarsync.OurEvents;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.PutResult;
import io.calendarsync.Use;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.OwnerId;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.ProviderCall;
import io.calendarsync.testkit.provider.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the host's events when a connection ends. */
class TakeBackTest {

    private SyncLab lab;
    private FakeCalendar remote;
    private CalendarId id;
    private ConnectionId connection;

    @BeforeEach
    void publishThree() {
        lab = Fixture.lab();
        remote = calendar(lab, Behaviour.googleLike());
        id = connect(lab, remote);
        connection = lab.sync().connections().list(new OwnerId("anna")).get(0).id();
        lab.sync().connections().use(id, Set.of(Use.values()));
        for (int i = 0; i < 3; i++) {
            put("lesson-" + i, id);
        }
        lab.settle();
        remote.create("the user's own", at(9));
    }

    @Test
    void whatIsKept_staysAndIsTold() {
        Departure departure = lab.sync().connections().disconnect(connection);

        assertThat(departure.remains()).contains("Events the application has published stay in the calendars: 3");
        assertThat(remote.events()).hasSize(4);
    }

    @Test
    void whatIsTakenBack_isGone_andTheUsersOwnStays() {
        Departure departure = lab.sync().connections().disconnect(connection, OurEvents.TAKE_BACK);

        assertThat(departure.remains()).isEmpty();
        assertThat(titles()).containsExactly("the user's own");
        assertThat(lab.sync().connections().list(new OwnerId("anna"))).isEmpty();
    }

    @Test
    void whoWasInvited_isToldThatItIsOff_andNobodyElse() {
        EventDraft invited = draft("lesson-0").toBuilder()
                .attendees(List.of(new Attendee(
                        new Person("ben@example.com", ""),
                        AttendeeRole.REQUIRED,
                        ParticipationStatus.NEEDS_ACTION,
                        false)))
                .build();
        lab.sync().publisher().put(new HostKey("lesson-0"), 2, id, invited, Invitations.ALL);
        lab.settle();
        int before = remote.mails().size();

        lab.sync().connections().disconnect(connection, OurEvents.TAKE_BACK);

        assertThat(remote.mails().size() - before).isEqualTo(1);
    }

    @Test
    void aConnectionThatIsPaused_isEndedAllTheSame_andWhatStaysIsTold() {
        lab.sync().connections().pause(connection);

        Departure departure = lab.sync().connections().disconnect(connection, OurEvents.TAKE_BACK);

        assertThat(departure.remains()).contains("Events the application has published stay in the calendars: 3");
        assertThat(remote.events()).hasSize(4);
    }

    @Test
    void whatWasNotWrittenYet_isNeitherThereNorComesLater() {
        put("lesson-9", id);

        lab.sync().connections().disconnect(connection, OurEvents.TAKE_BACK);
        lab.settle();

        assertThat(titles()).containsExactly("the user's own");
    }

    @Test
    void aCreationNobodyKnowsTheOutcomeOf_isTakenBackToo() {
        lab.server().faults().loseNextAnswer(ProviderCall.Kind.CREATE, Refusal.of(503));
        put("lesson-9", id);
        lab.sync().work().runDue(100);

        lab.sync().connections().disconnect(connection, OurEvents.TAKE_BACK);

        assertThat(titles()).containsExactly("the user's own");
    }

    @Test
    void aProviderThatCannotBeReached_leavesTheConnectionStanding_andNothingIsForgotten() {
        lab.server().faults().failEvery(ProviderCall.Kind.DELETE, 1, () -> Refusal.of(503));

        assertThatThrownBy(() -> lab.sync().connections().disconnect(connection, OurEvents.TAKE_BACK))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("3 events");

        assertThat(lab.sync().connections().list(new OwnerId("anna")))
                .singleElement()
                .satisfies(stands -> assertThat(stands.state()).isEqualTo(ConnectionState.ACTIVE));
        lab.server().faults().clear();
        lab.advance(Duration.ofHours(1));
        assertThat(lab.sync()
                        .connections()
                        .disconnect(connection, OurEvents.TAKE_BACK)
                        .remains())
                .isEmpty();
        assertThat(titles()).containsExactly("the user's own");
    }

    @Test
    void whatTheProviderRefusesToDelete_staysAndIsTold() {
        lab.server().faults().failNext(ProviderCall.Kind.DELETE, Refusal.of(400));

        Departure departure = lab.sync().connections().disconnect(connection, OurEvents.TAKE_BACK);

        assertThat(departure.remains()).contains("Events the application has published stay in the calendars: 1");
        assertThat(remote.events()).hasSize(2);
        assertThat(lab.sync().connections().list(new OwnerId("anna"))).isEmpty();
    }

    @Test
    void whatIsInAnotherCalendar_isLeftAlone_andWhatIsOnItsWayThereGoesOn() {
        FakeCalendar other = lab.server().account("bob").calendar("bobs").behave(Behaviour.googleLike());
        CalendarId bobs = lab.connect("bob", other).calendar().id();
        lab.settle();
        lab.sync().connections().use(bobs, Set.of(Use.values()));
        put("elsewhere", bobs);
        lab.settle();
        lab.sync().publisher().put(new HostKey("lesson-0"), 2, bobs, draft("lesson-0"));

        lab.sync().connections().disconnect(connection, OurEvents.TAKE_BACK);
        lab.settle();

        assertThat(other.events().values())
                .extracting(event -> event.title())
                .containsExactlyInAnyOrder("elsewhere", "lesson-0");
    }

    @Test
    void aKeyThatWasTakenBack_mayBePutElsewhereUnderTheSameRevision() {
        FakeCalendar other = lab.server().account("bob").calendar("bobs").behave(Behaviour.googleLike());
        CalendarId bobs = lab.connect("bob", other).calendar().id();
        lab.settle();
        lab.sync().connections().use(bobs, Set.of(Use.values()));
        lab.sync().connections().disconnect(connection, OurEvents.TAKE_BACK);

        assertThat(put("lesson-0", bobs)).isEqualTo(PutResult.ACCEPTED);
        lab.settle();

        assertThat(other.events()).hasSize(1);
    }

    private PutResult put(String key, CalendarId calendar) {
        return lab.sync().publisher().put(new HostKey(key), 1, calendar, draft(key));
    }

    private static EventDraft draft(String title) {
        return EventDraft.builder().time(at(14)).title(title).build();
    }

    private List<String> titles() {
        return remote.events().values().stream().map(event -> event.title()).toList();
    }
}
