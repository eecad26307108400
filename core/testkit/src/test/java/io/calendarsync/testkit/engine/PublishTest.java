package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.changes;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.EventChange;
import io.calendarsync.FieldChange.Field;
import io.calendarsync.Interest;
import io.calendarsync.InvalidRequest;
import io.calendarsync.PublicationStatus.State;
import io.calendarsync.PutResult;
import io.calendarsync.SyncEvent;
import io.calendarsync.Use;
import io.calendarsync.WriteOutcome;
import io.calendarsync.WriteOutcome.Kind;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.model.Text;
import io.calendarsync.spi.store.AesGcmRecordCipher;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.ProviderCall;
import io.calendarsync.testkit.provider.Refusal;
import io.calendarsync.testkit.provider.Writing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishTest {

    private static final HostKey LESSON = new HostKey("lesson-7");

    private SyncLab lab;
    private FakeCalendar remote;
    private CalendarId id;

    @BeforeEach
    void connectACalendar() {
        lab = Fixture.lab();
        remote = calendar(lab, Behaviour.googleLike());
        id = connect(lab, remote);
        lab.sync().connections().use(id, Set.of(Use.values()));
        lab.take("host");
    }

    @Test
    void whatIsPut_isThere_afterOneRequest_andIsNoNews() {
        long before = lab.server().calls(ProviderCall.Kind.CREATE);

        assertThat(put(1, "Lesson")).isEqualTo(PutResult.ACCEPTED);
        lab.settle();

        Event event = only();
        assertThat(event.title()).isEqualTo("Lesson");
        assertThat(lab.server().calls(ProviderCall.Kind.CREATE)).isEqualTo(before + 1);
        assertThat(lab.server().calls(ProviderCall.Kind.FETCH)).isZero();
        assertThat(lab.sync().publisher().status(LESSON).state()).isEqualTo(State.PUBLISHED);
        assertThat(lab.sync().publisher().status(LESSON).event())
                .contains(new EventRef(id, event.ref().eventId()));
        lab.advance(Duration.ofHours(2));
        List<SyncEvent> told = lab.take("host");
        assertThat(changes(told)).isEmpty();
        assertThat(outcomes(told)).extracting(one -> one.result().kind()).containsExactly(Kind.WRITTEN);
        assertThat(Fixture.titles(lab, id)).containsExactly("Lesson");
    }

    @Test
    void whoAsksForOwnWrites_isToldOfThem_asOurs() {
        List<EventChange> seen = new ArrayList<>();
        lab.with(builder -> builder.subscriber(io.calendarsync.Subscriber.named("all", delivery -> {
                    if (delivery.event() instanceof EventChange change) {
                        seen.add(change);
                    }
                })
                .interestedIn(Interest.everything())));

        put(1, "Lesson");
        put(2, "Long lesson");
        lab.settle();
        put(3, "Longer lesson");
        lab.settle();
        lab.sync().publisher().retract(LESSON, 4);
        lab.settle();
        lab.advance(Duration.ofHours(1));

        assertThat(seen)
                .extracting(change -> change.kind() + " " + change.provenance().origin() + " "
                        + change.provenance().hostKey().orElseThrow())
                .containsExactly("CREATED OURS lesson-7", "UPDATED OURS lesson-7", "DELETED OURS lesson-7");
        assertThat(remote.events()).isEmpty();
    }

    @Test
    void ofManyRevisions_onlyTheNewestIsSent_andLowerOnesAreSuperseded() {
        put(1, "One");
        put(5, "Five");
        assertThat(put(3, "Three")).isEqualTo(PutResult.SUPERSEDED);
        assertThat(put(5, "Five")).isEqualTo(PutResult.UNCHANGED);
        assertThat(put(6, "Five")).isEqualTo(PutResult.UNCHANGED);

        lab.settle();

        assertThat(only().title()).isEqualTo("Five");
        assertThat(lab.server().calls(ProviderCall.Kind.UPDATE)).isZero();
        assertThat(lab.sync().publisher().status(LESSON).written()).hasValue(6);
    }

    @Test
    void aRetractionBeforeItsPut_supersedesThePut() {
        assertThat(lab.sync().publisher().retract(LESSON, 9)).isEqualTo(PutResult.UNCHANGED);
        assertThat(put(8, "Late")).isEqualTo(PutResult.SUPERSEDED);
    }

    /** H1: our mark on an event says whose it is, not who moved it. */
    @Test
    void aUsersChangeOfOurEvent_isNews_andSurvivesAPutThatDoesNotConcernIt() {
        put(1, "Lesson");
        lab.settle();
        String eventId = only().ref().eventId();

        remote.describe(eventId, Text.plain("Bring a pen"));
        lab.advance(Duration.ofHours(1));
        assertThat(changes(lab.take("host"))).hasSize(1);
        put(2, "Long lesson");
        lab.settle();

        assertThat(only().title()).isEqualTo("Long lesson");
        assertThat(only().details().description().content()).isEqualTo("Bring a pen");
    }

    /** H2: the rename is read on the way to our own write, and told. */
    @Test
    void aUsersChangeThatTheWriteRunsInto_isTold_andNotWrittenOver() {
        put(1, "Lesson");
        lab.settle();
        lab.take("host");
        remote.retitle(only().ref().eventId(), "My lesson");

        lab.sync()
                .publisher()
                .put(
                        LESSON,
                        2,
                        id,
                        EventDraft.builder().time(at(15)).title("Lesson").build());
        lab.settle();

        assertThat(only().title()).isEqualTo("My lesson");
        assertThat(only().time()).isEqualTo(at(15));
        List<SyncEvent> told = lab.take("host");
        assertThat(changes(told)).hasSize(1);
        assertThat(changes(told).get(0).after().orElseThrow().title()).isEqualTo("My lesson");
        assertThat(outcomes(told)).hasSize(1);
    }

    /** H31: that the host wrote something else in between does not make the user's change the host's. */
    @Test
    void whatAUserHasChanged_isTheirs_alsoAfterAPutOfSomethingElse() {
        put(1, "Lesson");
        lab.settle();
        remote.retitle(only().ref().eventId(), "My lesson");
        lab.advance(Duration.ofHours(1));
        lab.sync()
                .publisher()
                .put(
                        LESSON,
                        2,
                        id,
                        EventDraft.builder().time(at(15)).title("Lesson").build());
        lab.settle();

        put(3, "Other lesson");
        lab.settle();

        assertThat(only().title()).isEqualTo("My lesson");
        assertThat(only().time()).isEqualTo(at(14));
    }

    /** H31: what both have changed is left as the user wants it, and named. */
    @Test
    void whatBothHaveChanged_isHeldBack_andTheHostIsTold() {
        put(1, "Lesson");
        lab.settle();
        remote.retitle(only().ref().eventId(), "My lesson");
        lab.advance(Duration.ofHours(1));
        lab.take("host");

        put(2, "Other lesson");
        lab.settle();

        assertThat(only().title()).isEqualTo("My lesson");
        assertThat(outcomes(lab.take("host")))
                .extracting(one -> one.result().heldBack())
                .containsExactly(Set.of(Field.TITLE));
        put(3, "Third lesson");
        lab.settle();
        assertThat(only().title()).isEqualTo("Third lesson");
    }

    @Test
    void whatAUserHasDeleted_isNotCreatedAgain_untilItIsRetractedAndPut() {
        put(1, "Lesson");
        lab.settle();
        remote.delete(only().ref().eventId());

        put(2, "Long lesson");
        lab.settle();

        assertThat(remote.events()).isEmpty();
        assertThat(lab.sync().publisher().status(LESSON).state()).isEqualTo(State.REMOVED_REMOTELY);
        assertThat(outcomes(lab.take("host")))
                .extracting(one -> one.result().kind())
                .containsExactly(Kind.WRITTEN, Kind.REMOVED_REMOTELY);
        lab.sync().publisher().retract(LESSON, 3);
        put(4, "New lesson");
        lab.settle();
        assertThat(only().title()).isEqualTo("New lesson");
    }

    /** The provider forgot the event for a while: nobody had deleted it. */
    @Test
    void whatSeemedDeletedAndIsBack_isPublishedAgain_orTakenBack() {
        put(1, "Lesson");
        lab.settle();
        remote.touch(only().ref().eventId());
        remote.forget(event -> true);
        put(2, "Long lesson");
        lab.settle();
        assertThat(lab.sync().publisher().status(LESSON).state()).isEqualTo(State.REMOVED_REMOTELY);

        remote.remember();
        put(3, "Longer lesson");
        lab.settle();

        assertThat(only().title()).isEqualTo("Longer lesson");
        remote.touch(only().ref().eventId());
        remote.forget(event -> true);
        put(4, "Longest lesson");
        lab.settle();
        remote.remember();
        lab.sync().publisher().retract(LESSON, 5);
        put(6, "New lesson");
        lab.settle();
        assertThat(only().title()).isEqualTo("New lesson");
    }

    @ParameterizedTest
    @EnumSource(
            value = Writing.class,
            names = {"DERIVED_IDS", "FORGETFUL"})
    void aCreationWhoseAnswerIsLost_isNotDoneTwice_evenDaysLater(Writing writing) {
        remote.behave(Behaviour.googleLike().toBuilder().writing(writing).build());
        lab.server().faults().loseNextAnswer(ProviderCall.Kind.CREATE, Refusal.of(503));
        put(1, "Lesson");
        lab.settle();
        assertThat(lab.sync().publisher().status(LESSON).state()).isEqualTo(State.PENDING);
        lab.server().faults().failEvery(ProviderCall.Kind.CREATE, 1, () -> Refusal.of(503));
        lab.advance(Duration.ofDays(2));
        lab.server().faults().clear();

        lab.advance(Duration.ofHours(2));

        assertThat(remote.events()).hasSize(1);
        assertThat(lab.sync().publisher().status(LESSON).state()).isEqualTo(State.PUBLISHED);
        assertThat(changes(lab.take("host"))).isEmpty();
    }

    /** H32: the creation lands after the retraction was asked for. */
    @Test
    void aCreationThatLandsLate_leavesNoGhostBehindARetraction() {
        lab.server().faults().failNext(ProviderCall.Kind.CREATE, Refusal.of(504).finishedAfter(Duration.ofSeconds(50)));
        put(1, "Lesson");
        lab.settle();
        lab.sync().publisher().retract(LESSON, 2);
        lab.settle();

        lab.advance(Duration.ofHours(2));
        lab.server().finishLateWork();

        assertThat(remote.events()).isEmpty();
        assertThat(lab.sync().publisher().status(LESSON).state()).isEqualTo(State.RETRACTED);
    }

    /** H34: a name that was burnt is not tried for ever. */
    @Test
    void putAndRetractedAgainAndAgain_isThereOnce() {
        for (int i = 0; i < 4; i++) {
            put(2 * i, "Lesson " + i);
            lab.settle();
            assertThat(remote.events()).hasSize(1);
            lab.sync().publisher().retract(LESSON, 2 * i + 1);
            lab.settle();
            assertThat(remote.events()).isEmpty();
        }
    }

    @Test
    void aMove_isThereBeforeItIsGoneHere_andBack() {
        FakeCalendar other = lab.server().account("ben").calendar("other");
        CalendarId otherId = lab.connect("ben", other).calendar().id();
        lab.advance(Duration.ofHours(1));
        lab.sync().connections().use(otherId, Set.of(Use.values()));
        put(1, "Lesson");
        lab.settle();

        lab.sync().publisher().put(LESSON, 2, otherId, draft("Lesson"));
        lab.settle();
        assertThat(remote.events()).isEmpty();
        assertThat(other.events()).hasSize(1);

        put(3, "Lesson");
        lab.settle();
        assertThat(remote.events()).hasSize(1);
        assertThat(other.events()).isEmpty();
    }

    /** Found by the simulation: where whoever is invited is mailed, a move was refused at the place it left. */
    @Test
    void aMoveOfWhatPeopleAreInvitedTo_mailsThemAboutBothPlaces_whereTheHostAskedForIt() {
        FakeCalendar other = lab.server()
                .account("ben")
                .calendar("other")
                .behave(Behaviour.builder().writing(Writing.FORGETFUL).build());
        CalendarId otherId = lab.connect("ben", other).calendar().id();
        lab.advance(Duration.ofHours(1));
        lab.sync().connections().use(otherId, Set.of(Use.values()));
        Attendee guest = new Attendee(
                new Person("guest@example.org", ""), AttendeeRole.REQUIRED, ParticipationStatus.NEEDS_ACTION, false);
        EventDraft draft = draft("Lesson").toBuilder().attendees(List.of(guest)).build();
        lab.sync().publisher().put(LESSON, 1, otherId, draft, Invitations.ALL);
        lab.settle();

        lab.sync().publisher().put(LESSON, 2, id, draft, Invitations.ALL);
        lab.settle();

        assertThat(other.events()).isEmpty();
        assertThat(other.mails()).as("that it is, and that it is no longer").hasSize(2);
        assertThat(remote.mails()).hasSize(1);
    }

    @Test
    void whatCannotBeWritten_waitsForTheHost_andIsTriedAgainOrGivenUp() {
        lab.server().faults().failNext(ProviderCall.Kind.CREATE, Refusal.of(400));
        put(1, "Lesson");
        lab.settle();

        assertThat(lab.sync().publisher().status(LESSON).state()).isEqualTo(State.FAILED);
        var letters = lab.sync()
                .operations()
                .failed(Optional.empty(), Optional.empty(), 10)
                .items();
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).kind()).isEqualTo(Kind.FAILED);
        lab.sync().operations().retry(letters.get(0).id());
        lab.settle();
        assertThat(remote.events()).hasSize(1);
        assertThat(lab.sync()
                        .operations()
                        .failed(Optional.empty(), Optional.empty(), 10)
                        .items())
                .isEmpty();
    }

    @Test
    void anAdoptedEvent_isChangedWhereItIs() {
        Event mine = remote.create("Old lesson", at(9));
        lab.advance(Duration.ofHours(1));
        lab.sync().publisher().adopt(LESSON, new EventRef(id, mine.ref().eventId()));

        put(1, "Lesson");
        lab.settle();

        assertThat(only().ref().eventId()).isEqualTo(mine.ref().eventId());
        assertThat(only().title()).isEqualTo("Lesson");
    }

    /** Not rescued, it would stay there for those years (H24). */
    @Test
    void whatANodeYearsAheadTookBack_isTakenBack() {
        put(1, "Lesson");
        lab.settle();
        Instant before = lab.clock().instant();

        lab.clock().jumpTo(before.plus(Duration.ofDays(3650)));
        lab.sync().publisher().retract(LESSON, 2);
        lab.clock().jumpTo(before);
        lab.advance(Duration.ofDays(2));

        assertThat(remote.events()).isEmpty();
        assertThat(lab.sync().publisher().status(LESSON).state()).isEqualTo(State.RETRACTED);
    }

    @Test
    void aCalendarThatMayOnlyBeRead_isRefused_andNothingIsLost() {
        lab.sync().connections().use(id, Use.standard());
        assertThat(put(1, "x")).isEqualTo(PutResult.NOT_WRITABLE);
        CalendarId unknown = new CalendarId(id.value() + "x");
        assertThat(lab.sync().publisher().put(LESSON, 1, unknown, draft("x"))).isEqualTo(PutResult.UNKNOWN_CALENDAR);
        assertThat(lab.sync().publisher().status(LESSON).state()).isEqualTo(State.UNKNOWN);
        lab.sync().connections().use(id, Set.of(Use.values()));
        assertThatThrownBy(() -> lab.sync()
                        .publisher()
                        .put(LESSON, 1, id, EventDraft.builder().title("When?").build()))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void encryptedDrafts_areReadAgain_andNoRecordOfThemNamesWhatTheySay() {
        SyncLab closed = new SyncLab(new InMemorySyncStore(), 2)
                .with(builder -> builder.encryptDrafts().cipher(AesGcmRecordCipher.of("k1", new byte[32])));
        FakeCalendar other = calendar(closed, Behaviour.googleLike());
        CalendarId calendar = connect(closed, other);
        closed.sync().connections().use(calendar, Set.of(Use.values()));
        closed.sync().publisher().put(LESSON, 1, calendar, draft("Canary"));

        RecordPage stored = closed.store().scan(Scan.of("publication").limit(10));
        assertThat(stored.records()).hasSize(1);
        assertThat(new String(stored.records().get(0).payload(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Canary");
        closed.settle();
        assertThat(other.events()).hasSize(1);
        assertThat(draft("Canary").toString()).doesNotContain("Canary");
        closed.close();
    }

    private PutResult put(long revision, String title) {
        return lab.sync().publisher().put(LESSON, revision, id, draft(title));
    }

    private static EventDraft draft(String title) {
        return EventDraft.builder().time(at(14)).title(title).build();
    }

    private Event only() {
        assertThat(remote.events()).hasSize(1);
        return remote.events().values().iterator().next();
    }

    private static List<WriteOutcome> outcomes(List<SyncEvent> events) {
        return events.stream()
                .filter(WriteOutcome.class::isInstance)
                .map(WriteOutcome.class::cast)
                .toList();
    }
}
