package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.Channel;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.EventAttendee;
import com.google.api.services.calendar.model.EventDateTime;
import com.google.api.services.calendar.model.Events;
import com.google.api.services.calendar.model.FreeBusyRequest;
import com.google.api.services.calendar.model.FreeBusyRequestItem;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google's own Java client, untouched, works on the sandbox: its tokens, packed bodies, patches as posts, its errors. */
class VendorClientTest {

    private static final String CALENDAR_SCOPE = "https://www.googleapis.com/auth/calendar";

    private GoogleSandbox sandbox;
    private Calendar client;

    @BeforeEach
    void start() {
        // The vendor's credentials go by the system's time.
        sandbox = GoogleSandbox.builder().time(InstantSource.system()).start();
        SandboxTokens tokens = sandbox.user("ada@example.com").consent("calendar");
        client = client(UserCredentials.newBuilder()
                .setClientId(sandbox.clientId())
                .setClientSecret(sandbox.clientSecret())
                .setRefreshToken(tokens.refreshToken())
                .setTokenServerUri(sandbox.tokenUrl())
                .build());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Calendar client(GoogleCredentials credentials) {
        return new Calendar.Builder(
                        new NetHttpTransport(),
                        GsonFactory.getDefaultInstance(),
                        new HttpCredentialsAdapter(credentials))
                .setRootUrl(sandbox.rootUrl().toString())
                .setApplicationName("sandbox test")
                .build();
    }

    private static Event tea() {
        return new Event()
                .setSummary("Tea")
                .setStart(at("2026-01-10T09:00:00+01:00"))
                .setEnd(at("2026-01-10T10:00:00+01:00"));
    }

    private static EventDateTime at(String time) {
        return new EventDateTime().setDateTime(new DateTime(time)).setTimeZone("Europe/Zurich");
    }

    @Test
    void an_event_lives_its_life() throws IOException {
        Event made =
                client.events().insert("primary", tea()).setSendUpdates("none").execute();
        Event patched = client.events()
                .patch("primary", made.getId(), new Event().setLocation("Here"))
                .execute();
        Event updated = client.events()
                .update("primary", made.getId(), patched.setSummary("Coffee"))
                .execute();
        Events list = client.events().list("primary").execute();
        client.events().delete("primary", made.getId()).execute();
        Events delta = client.events()
                .list("primary")
                .setSyncToken(list.getNextSyncToken())
                .execute();

        assertThat(updated.getSummary()).isEqualTo("Coffee");
        assertThat(updated.getLocation()).isEqualTo("Here");
        assertThat(list.getItems()).extracting(Event::getId).containsExactly(made.getId());
        assertThat(delta.getItems()).extracting(Event::getStatus).containsExactly("cancelled");
        assertThat(sandbox.counters().calls("events.patch")).isEqualTo(1);
        assertThat(sandbox.counters().refreshes()).isEqualTo(1);
    }

    @Test
    void versions_and_reasons_arrive() throws IOException {
        Event made = client.events().insert("primary", tea()).execute();
        var update = client.events().update("primary", made.getId(), tea());
        update.getRequestHeaders().setIfMatch("\"old\"");

        assertThatThrownBy(update::execute).isInstanceOfSatisfying(GoogleJsonResponseException.class, refusal -> {
            assertThat(refusal.getStatusCode()).isEqualTo(412);
            assertThat(refusal.getDetails().getErrors().get(0).getReason()).isEqualTo("conditionNotMet");
        });
        assertThatThrownBy(() ->
                        client.events().list("primary").setSyncToken("rubbish").execute())
                .isInstanceOf(GoogleJsonResponseException.class);
    }

    @Test
    void series_unfold() throws IOException {
        Event series = client.events()
                .insert("primary", tea().setRecurrence(List.of("RRULE:FREQ=DAILY;COUNT=3")))
                .execute();
        Events instances = client.events().instances("primary", series.getId()).execute();
        Event second = instances.getItems().get(1);
        client.events().delete("primary", second.getId()).execute();

        assertThat(instances.getItems()).hasSize(3);
        assertThat(client.events()
                        .instances("primary", series.getId())
                        .execute()
                        .getItems())
                .hasSize(2);
    }

    @Test
    void channels_open_and_close() throws IOException {
        try (Receiver receiver = new Receiver()) {
            Channel channel = client.events()
                    .watch(
                            "primary",
                            new Channel()
                                    .setId("c1")
                                    .setType("web_hook")
                                    .setAddress(receiver.address())
                                    .setToken("secret"))
                    .execute();
            client.events().insert("primary", tea()).execute();
            assertThat(sandbox.pushes().settle(Duration.ofSeconds(20))).isTrue();
            client.channels().stop(channel).execute();

            assertThat(receiver.states()).containsExactly("c1 sync", "c1 exists");
            assertThat(channel.getExpiration()).isPositive();
            assertThat(sandbox.pushes().channels()).isEmpty();
        }
    }

    @Test
    void calendars_and_busy_times_are_read() throws IOException {
        client.events().insert("primary", tea()).execute();
        var busy = client.freebusy()
                .query(new FreeBusyRequest()
                        .setTimeMin(new DateTime("2026-01-10T00:00:00Z"))
                        .setTimeMax(new DateTime("2026-01-11T00:00:00Z"))
                        .setItems(List.of(new FreeBusyRequestItem().setId("primary"))))
                .execute();

        assertThat(client.calendarList().list().execute().getItems()).hasSize(1);
        assertThat(busy.getCalendars().get("primary").getBusy()).hasSize(1);
    }

    @Test
    void an_expired_token_is_refreshed_and_a_revoked_grant_is_not() throws IOException {
        client.events().list("primary").execute();
        sandbox.user("ada@example.com").expireAccessTokens();
        client.events().list("primary").execute();
        assertThat(sandbox.counters().refreshes()).isEqualTo(2);
        sandbox.user("ada@example.com").revoke();

        // The vendor's adapter swallows invalid_grant: what is left is the 401.
        assertThatThrownBy(() -> client.events().list("primary").execute())
                .isInstanceOfSatisfying(
                        GoogleJsonResponseException.class,
                        refusal -> assertThat(refusal.getStatusCode()).isEqualTo(401));
        assertThat(sandbox.counters().answers("token", 400)).isPositive();
    }

    @Test
    void a_lost_answer_to_a_write_is_one_call_and_a_fault_of_the_transport() throws IOException {
        Event made = client.events().insert("primary", tea()).execute();
        sandbox.faults().next(2).method("POST").cutAfter();
        sandbox.faults().next(1).operation("events.delete").cutAfter();

        assertThatThrownBy(() -> client.events().insert("primary", tea()).execute())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.events().delete("primary", made.getId()).execute())
                .isInstanceOf(IOException.class);

        assertThat(sandbox.counters().answers("events.insert", 0)).isEqualTo(1);
        assertThat(sandbox.counters().answers("events.delete", 0)).isEqualTo(1);
        assertThat(sandbox.user("ada@example.com").primary().events()).hasSize(2);
    }

    private GoogleCredentials serviceAccount() throws IOException {
        String key = sandbox.oauth().serviceAccountKey();
        return ServiceAccountCredentials.fromStream(new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)))
                .createScoped(CALENDAR_SCOPE);
    }

    @Test
    void a_service_account_acts_for_people_where_their_domain_lets_it() throws IOException {
        GoogleCredentials account = serviceAccount().createDelegated("ada@example.com");

        assertThatThrownBy(() -> client(account).events().list("primary").execute())
                .hasStackTraceContaining("401 Unauthorized");
        sandbox.oauth().delegate("calendar");
        client(account).events().insert("primary", tea()).execute();
        assertThat(sandbox.user("ada@example.com").primary().events()).hasSize(1);
        Event party = tea().setAttendees(List.of(new EventAttendee().setEmail("ben@example.com")));
        assertThatThrownBy(() -> client(serviceAccount())
                        .events()
                        .insert("primary", party)
                        .execute())
                .hasMessageContaining("forbiddenForServiceAccounts");
    }
}
