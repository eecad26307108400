package io.calendarsync.google.write;

import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.body;
import static io.calendarsync.google.GoogleServer.event;
import static io.calendarsync.google.GoogleServer.json;
import static io.calendarsync.google.GoogleServer.ok;
import static io.calendarsync.google.GoogleServer.query;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.AccessDenied;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventDraftBuilder;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.Location;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Text;
import io.calendarsync.model.Visibility;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.ImportingSession;
import io.calendarsync.spi.provider.OwnMarker;
import io.calendarsync.spi.provider.WritableSession;
import io.calendarsync.spi.provider.WriteAnswer;
import io.calendarsync.spi.provider.WriteAnswer.Reason;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New events, under ids of ours, and copies of others'. */
class CreateTest {

    private static final String NAME = "00112233445566778899aabbccddeeff".repeat(2);
    private static final EventTime TIME =
            EventTime.Timed.of(LocalDateTime.of(2026, 3, 10, 9, 0), ZoneId.of("Europe/Zurich"), Duration.ofHours(1));

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    private static EventDraftBuilder draft() {
        return EventDraft.builder().time(TIME).title("Shift");
    }

    private static WriteAnswer create(EventDraft draft) {
        return create(draft, "our-mark", Invitations.NONE);
    }

    private static WriteAnswer create(EventDraft draft, String marker, Invitations invitations) {
        return GOOGLE.session(WritableSession.class).create(CALENDAR, new Creation(NAME, marker, draft, invitations));
    }

    @Test
    void an_event_is_created_under_an_id_of_its_name_with_the_mark_of_its_owner() {
        GOOGLE.answersAll(ok(event("a", "\"extendedProperties\":{\"private\":{\"calendarsync\":\"our-mark\"}}")));

        WriteAnswer.Written written = (WriteAnswer.Written) create(draft().build());

        assertThat(body(GOOGLE.lastAsked()).path("id").textValue()).matches("[0-9a-v]{52}");
        assertThat(GOOGLE.session(WritableSession.class)
                        .idOf(new Creation(NAME, "", draft().build(), Invitations.NONE)))
                .contains(body(GOOGLE.lastAsked()).path("id").textValue());
        assertThat(body(GOOGLE.lastAsked()))
                .isEqualTo(Json.parse("""
                        {"id":"%s","start":{"dateTime":"2026-03-10T09:00:00","timeZone":"Europe/Zurich"},
                        "end":{"dateTime":"2026-03-10T10:00:00","timeZone":"Europe/Zurich"},"summary":"Shift",
                        "extendedProperties":{"private":{"calendarsync":"our-mark"}}}""".formatted(
                                        body(GOOGLE.lastAsked()).path("id").textValue()))
                        .orElseThrow());
        assertThat(query(GOOGLE.lastAsked()))
                .isEqualTo(Map.of("sendUpdates", "none", "conferenceDataVersion", "1", "supportsAttachments", "true"));
        assertThat(OwnMarker.on(written.event())).isEqualTo("our-mark");
    }

    @ParameterizedTest
    @CsvSource({"00,00", "ff,vs", "0102030405,04106105", "f8,v0", "07c0,0v00"})
    void an_id_is_the_name_in_base32hex(String head, String encoded) {
        String name = head + "0".repeat(64 - head.length());
        String id = GOOGLE.session(WritableSession.class)
                .idOf(new Creation(name, "", draft().build(), Invitations.NONE))
                .orElseThrow();

        assertThat(id).hasSize(52).startsWith(encoded);
    }

    @Test
    void everything_a_draft_says_is_written() {
        GOOGLE.answersAll(ok(event("a")));

        create(
                draft().description(Text.html("<b>Bring</b> keys"))
                        .locations(new Location("Depot", "1 Main St\nZurich", ""))
                        .showAs(ShowAs.FREE)
                        .visibility(Visibility.PRIVATE)
                        .reminders(
                                new Reminder(Duration.ofMinutes(10), Reminder.Method.DISPLAY),
                                new Reminder(Duration.ofDays(1), Reminder.Method.EMAIL))
                        .attendees(List.of(new Attendee(
                                new Person("bob@example.com", "Bob"),
                                AttendeeRole.OPTIONAL,
                                ParticipationStatus.NEEDS_ACTION,
                                false)))
                        .build(),
                "m",
                Invitations.ALL);

        assertThat(body(GOOGLE.lastAsked()).<com.fasterxml.jackson.databind.node.ObjectNode>without("id"))
                .isEqualTo(Json.parse("""
                        {"start":{"dateTime":"2026-03-10T09:00:00","timeZone":"Europe/Zurich"},
                        "end":{"dateTime":"2026-03-10T10:00:00","timeZone":"Europe/Zurich"},"summary":"Shift",
                        "description":"<b>Bring</b> keys","location":"Depot, 1 Main St, Zurich",
                        "transparency":"transparent","visibility":"private",
                        "reminders":{"useDefault":false,"overrides":[
                        {"method":"popup","minutes":10},{"method":"email","minutes":1440}]},
                        "attendees":[{"email":"bob@example.com","displayName":"Bob","optional":true}],
                        "extendedProperties":{"private":{"calendarsync":"m"}}}""").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"NONE,none", "OUTSIDERS,externalOnly", "ALL,all"})
    void who_gets_a_mail_is_always_said(Invitations invitations, String said) {
        GOOGLE.answersAll(ok(event("a")));

        create(draft().build(), "m", invitations);

        assertThat(query(GOOGLE.lastAsked())).containsEntry("sendUpdates", said);
    }

    @Test
    void an_id_that_is_taken_is_an_answer_and_a_conflict_a_fault_that_may_pass() {
        GOOGLE.answersAll(refusal(409, "duplicate"));
        assertThat(create(draft().build())).isEqualTo(new WriteAnswer.Exists());

        GOOGLE.answersAll(refusal(409, "conflict"));
        assertThatThrownBy(() -> create(draft().build())).isInstanceOf(ProviderUnavailable.class);
    }

    // What cannot be written

    @ParameterizedTest
    @CsvSource({
        "400,invalid,INVALID",
        "400,required,INVALID",
        "413,uploadTooLarge,INVALID",
        "403,requiredAccessLevel,NOT_ALLOWED",
        "403,forbidden,NOT_ALLOWED",
        "403,forbiddenForServiceAccounts,NOT_ALLOWED",
        "403,forbiddenForNonOrganizer,NOT_ALLOWED"
    })
    void what_would_be_refused_again_is_an_answer(int status, String reason, Reason meant) {
        GOOGLE.answersAll(refusal(status, reason));

        assertThat(create(draft().build()))
                .isInstanceOfSatisfying(
                        WriteAnswer.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(meant));
    }

    @Test
    void what_is_wrong_with_more_than_this_write_is_a_fault() {
        GOOGLE.answersAll(refusal(404, "notFound"));
        assertThatThrownBy(() -> create(draft().build())).isInstanceOf(NotFound.class);

        GOOGLE.answersAll(refusal(403, "insufficientPermissions"));
        assertThatThrownBy(() -> create(draft().build())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void what_google_has_no_words_for_is_refused_before_anything_is_sent() {
        EventDraft[] inexpressible = {
            draft().time(new EventTime.Floating(LocalDateTime.of(2026, 3, 10, 9, 0), Duration.ofHours(1)))
                    .build(),
            draft().showAs(ShowAs.TENTATIVE).build(),
            draft().reminders(IntStream.range(0, 6)
                            .mapToObj(i -> new Reminder(Duration.ofMinutes(i), Reminder.Method.DISPLAY))
                            .toArray(Reminder[]::new))
                    .build(),
            draft().reminders(new Reminder(Duration.ofMinutes(40_321), Reminder.Method.DISPLAY))
                    .build(),
            draft().reminders(new Reminder(Duration.ofSeconds(90), Reminder.Method.DISPLAY))
                    .build(),
            draft().reminders(new Reminder(Duration.ofMinutes(-5), Reminder.Method.DISPLAY))
                    .build(),
            draft().attendees(List.of(new Attendee(
                            new Person("urn:uuid:1", "Bob"),
                            AttendeeRole.REQUIRED,
                            ParticipationStatus.NEEDS_ACTION,
                            false)))
                    .build()
        };

        for (EventDraft draft : inexpressible) {
            assertThat(create(draft))
                    .isInstanceOfSatisfying(
                            WriteAnswer.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_EXPRESSIBLE));
        }
        assertThat(create(draft().build(), "m".repeat(1_025), Invitations.NONE))
                .isInstanceOf(WriteAnswer.Refused.class);
        assertThat(create(EventDraft.builder().title("When?").build())).isInstanceOf(WriteAnswer.Refused.class);
        assertThat(GOOGLE.asked()).isEmpty();
    }

    @Test
    void an_answer_that_shows_no_event_leaves_open_whether_there_is_one() {
        GOOGLE.answersAll(json(200, "{}"));

        assertThatThrownBy(() -> create(draft().build())).isInstanceOf(ProviderUnavailable.class);
    }

    // Copies

    @Test
    void a_copy_is_imported_under_its_uid_and_nobody_is_told() {
        GOOGLE.answersAll(ok(event("a")));

        WriteAnswer answer =
                GOOGLE.session(ImportingSession.class).importCopy(CALENDAR, "uid-1@elsewhere", draft().build());

        assertThat(answer).isInstanceOf(WriteAnswer.Written.class);
        assertThat(GOOGLE.lastAsked().getUrl()).startsWith("/calendar/v3/calendars/anna@example.com/events/import");
        assertThat(query(GOOGLE.lastAsked())).doesNotContainKey("sendUpdates");
        assertThat(body(GOOGLE.lastAsked()).path("iCalUID").textValue()).isEqualTo("uid-1@elsewhere");
        assertThat(body(GOOGLE.lastAsked()).has("id"))
                .as("one of id and iCalUID only")
                .isFalse();
    }

    @Test
    void a_copy_that_cannot_be_imported_is_refused() {
        GOOGLE.answersAll(refusal(400, "invalid"));

        assertThat(GOOGLE.session(ImportingSession.class).importCopy(CALENDAR, "uid-1", draft().build()))
                .isInstanceOf(WriteAnswer.Refused.class);
        assertThat(GOOGLE.session(ImportingSession.class)
                        .importCopy(CALENDAR, "uid-1", EventDraft.builder().build()))
                .isInstanceOf(WriteAnswer.Refused.class);
    }
}
