package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.ConnectRequest;
import io.calendarsync.ConnectResult;
import io.calendarsync.Connected;
import io.calendarsync.ConnectionState;
import io.calendarsync.Declined;
import io.calendarsync.Detail;
import io.calendarsync.InvalidRequest;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.Terms;
import io.calendarsync.Tokens;
import io.calendarsync.model.Access;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.ProviderCall;
import io.calendarsync.testkit.provider.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Users are asked for consent, and what comes back is believed once, in time, of whom it was asked (H27). */
class ConsentTest {

    private static final OwnerId ANNA = new OwnerId("anna");
    private static final OwnerId MALLORY = new OwnerId("mallory");
    private static final ProviderId FAKE = new ProviderId("fake");
    private static final ConnectRequest REQUEST =
            ConnectRequest.of(ANNA, FAKE, URI.create("https://host.example/callback"));

    @Test
    void whoConsents_isConnected_andTheirCalendarsAreRead() {
        try (SyncLab lab = lab()) {
            URI page = lab.sync().connections().begin(REQUEST);

            ConnectResult result = lab.sync()
                    .connections()
                    .complete(ANNA, lab.server().grants().allow(page, "anna"));

            assertThat(result).isInstanceOfSatisfying(Connected.class, connected -> {
                assertThat(connected.connection().label()).isEqualTo("anna@fake.example");
                assertThat(connected.connection().state()).isEqualTo(ConnectionState.ACTIVE);
                assertThat(connected.connection().terms()).isEqualTo(new Terms(Access.READ, Detail.FULL));
                assertThat(connected.calendar().name()).isEqualTo("work");
            });
            lab.settle();
            CalendarId work = ((Connected) result).calendar().id();
            assertThat(Fixture.titles(lab, work)).containsExactly("Event 0", "Event 1");
        }
    }

    @Test
    void thePage_asksWithAChallenge_andNeverShowsTheVerifier() {
        try (SyncLab lab = lab()) {
            URI first = lab.sync().connections().begin(REQUEST);
            URI second = lab.sync().connections().begin(REQUEST);

            assertThat(first.getQuery()).contains("challenge=").doesNotContain("verifier");
            assertThat(first).isNotEqualTo(second);
        }
    }

    @Test
    void aState_isGoodOnce() {
        try (SyncLab lab = lab()) {
            URI page = lab.sync().connections().begin(REQUEST);
            Map<String, String> callback = lab.server().grants().allow(page, "anna");
            lab.sync().connections().complete(ANNA, callback);

            assertDeclined(lab.sync().connections().complete(ANNA, callback), Declined.Why.STATE_UNKNOWN_OR_USED);
            assertDeclined(
                    lab.sync().connections().complete(ANNA, Map.of("state", "made-up", "code", "c")),
                    Declined.Why.STATE_UNKNOWN_OR_USED);
            assertDeclined(lab.sync().connections().complete(ANNA, Map.of()), Declined.Why.STATE_UNKNOWN_OR_USED);
        }
    }

    @Test
    void aState_isGoodForTenMinutes_andThenForgotten() {
        try (SyncLab lab = lab()) {
            URI page = lab.sync().connections().begin(REQUEST);
            lab.clock().advance(Duration.ofMinutes(10));

            ConnectResult late = lab.sync()
                    .connections()
                    .complete(ANNA, lab.server().grants().allow(page, "anna"));

            assertDeclined(late, Declined.Why.STATE_UNKNOWN_OR_USED);
            assertThat(lab.sync().connections().list(ANNA)).isEmpty();
        }
    }

    @Test
    void begunByOne_andCompletedInAnothersBrowser_connectsNothing() {
        try (SyncLab lab = lab()) {
            URI page = lab.sync()
                    .connections()
                    .begin(ConnectRequest.of(MALLORY, FAKE, URI.create("https://host.example/callback")));

            ConnectResult result = lab.sync()
                    .connections()
                    .complete(ANNA, lab.server().grants().allow(page, "anna"));

            assertDeclined(result, Declined.Why.OTHER_OWNER);
            assertThat(lab.sync().connections().list(ANNA)).isEmpty();
            assertThat(lab.sync().connections().list(MALLORY)).isEmpty();
            assertThat(lab.server().calls(ProviderCall.Kind.EXCHANGE)).isZero();
        }
    }

    @Test
    void aRefusal_isAValue() {
        try (SyncLab lab = lab()) {
            URI page = lab.sync().connections().begin(REQUEST);

            assertDeclined(
                    lab.sync()
                            .connections()
                            .complete(ANNA, lab.server().grants().deny(page)),
                    Declined.Why.USER_REFUSED);
        }
    }

    @Test
    void anErrorOfTheProvider_isTold_ifItIsAWord() {
        try (SyncLab lab = lab()) {
            String state = state(lab.sync().connections().begin(REQUEST));
            String other = state(lab.sync().connections().begin(REQUEST));

            ConnectResult word =
                    lab.sync().connections().complete(ANNA, Map.of("state", state, "error", "temporarily_unavailable"));
            ConnectResult script = lab.sync()
                    .connections()
                    .complete(ANNA, Map.of("state", other, "error", "<script>alert(1)</script>"));

            assertThat(word)
                    .isEqualTo(new Declined(
                            Declined.Why.PROVIDER_REFUSED, "The provider answered with temporarily_unavailable"));
            assertThat(script.toString()).doesNotContain("script>");
        }
    }

    @Test
    void lessThanWasAsked_isNotConnected() {
        try (SyncLab lab = lab()) {
            lab.server().grants().most(Optional.of(Access.FREE_BUSY));
            URI page = lab.sync().connections().begin(REQUEST.access(Access.READ_WRITE));

            ConnectResult result = lab.sync()
                    .connections()
                    .complete(ANNA, lab.server().grants().allow(page, "anna"));

            assertDeclined(result, Declined.Why.SCOPE_MISSING);
            assertThat(((Declined) result).detail()).contains("READ_WRITE").contains("FREE_BUSY");
        }
    }

    @Test
    void aGrantThatWouldNotLast_isNotConnected_butRenewsOneThatDoes() {
        try (SyncLab lab = lab()) {
            lab.server().grants().refreshTokens(false);
            assertDeclined(consent(lab, "anna"), Declined.Why.PROVIDER_REFUSED);

            lab.server().grants().refreshTokens(true);
            assertThat(consent(lab, "anna")).isInstanceOf(Connected.class);
            lab.server().grants().refreshTokens(false);
            assertThat(consent(lab, "anna")).isInstanceOf(Connected.class);

            lab.advance(Duration.ofHours(5));
            assertThat(lab.sync().connections().list(ANNA))
                    .singleElement()
                    .satisfies(connection -> assertThat(connection.state()).isEqualTo(ConnectionState.ACTIVE));
        }
    }

    @Test
    void broughtBackWithAnotherAccount_isRefused_withTheSameIsRenewed() {
        try (SyncLab lab = lab()) {
            lab.server().account("bob").calendar("private");
            Connected connected = (Connected) consent(lab, "anna");
            ConnectRequest again = REQUEST.reconnecting(connected.connection().id());

            URI page = lab.sync().connections().begin(again);
            assertThat(page.getQuery()).contains("account=anna@fake.example");
            ConnectResult other = lab.sync()
                    .connections()
                    .complete(ANNA, lab.server().grants().allow(page, "bob"));
            URI second = lab.sync().connections().begin(again);
            ConnectResult same = lab.sync()
                    .connections()
                    .complete(ANNA, lab.server().grants().allow(second, "anna"));

            assertDeclined(other, Declined.Why.OTHER_ACCOUNT);
            assertThat(same).isInstanceOf(Connected.class);
            assertThat(lab.sync().connections().list(ANNA)).hasSize(1);
        }
    }

    @Test
    void anothersConnection_isNotBroughtBack() {
        try (SyncLab lab = lab()) {
            Connected connected = (Connected) consent(lab, "anna");
            ConnectRequest foreign = ConnectRequest.of(MALLORY, FAKE, URI.create("https://host.example/callback"))
                    .reconnecting(connected.connection().id());

            assertThatThrownBy(() -> lab.sync().connections().begin(foreign)).isInstanceOf(InvalidRequest.class);
        }
    }

    @Test
    void aLostAnswerToTheCode_connectsNothing_andIsTriedAnew() {
        try (SyncLab lab = lab()) {
            URI page = lab.sync().connections().begin(REQUEST);
            lab.server().faults().failNext(ProviderCall.Kind.EXCHANGE, Refusal.of(503));

            assertThatThrownBy(() -> lab.sync()
                            .connections()
                            .complete(ANNA, lab.server().grants().allow(page, "anna")))
                    .isInstanceOf(ProviderUnavailable.class);

            assertThat(lab.sync().connections().list(ANNA)).isEmpty();
            assertThat(consent(lab, "anna")).isInstanceOf(Connected.class);
        }
    }

    @Test
    void whereTheCalendarsCannotBeListedYet_theConnectionStands_andFindsThemLater() {
        try (SyncLab lab = lab()) {
            lab.server().faults().failNext(ProviderCall.Kind.CALENDARS, Refusal.of(503));

            Connected connected = (Connected) consent(lab, "anna");

            assertThat(connected.calendars()).isEmpty();
            lab.advance(Duration.ofHours(1));
            assertThat(lab.sync().connections().calendars(connected.connection().id()))
                    .singleElement()
                    .satisfies(calendar -> assertThat(calendar.events()).isEqualTo(2));
        }
    }

    @Test
    void anotherDetail_isNotMixedIn() {
        try (SyncLab lab = lab()) {
            consent(lab, "anna");
            URI page = lab.sync().connections().begin(REQUEST.detail(Detail.TIMES_ONLY));

            ConnectResult result = lab.sync()
                    .connections()
                    .complete(ANNA, lab.server().grants().allow(page, "anna"));

            assertDeclined(result, Declined.Why.OTHER_DETAIL);
        }
    }

    @Test
    void timesOnly_keepsNoTitle_anywhereInTheStore() {
        try (SyncLab lab = lab()) {
            URI page = lab.sync().connections().begin(REQUEST.detail(Detail.TIMES_ONLY));
            Connected connected = (Connected) lab.sync()
                    .connections()
                    .complete(ANNA, lab.server().grants().allow(page, "anna"));
            lab.settle();

            assertThat(Fixture.titles(lab, connected.calendar().id())).containsExactly("", "");
            assertThat(lab.sync().agenda().busy(ANNA, Fixture.february()).items())
                    .hasSize(2);
            assertThat(Fixture.changes(lab.delivered("host")))
                    .allSatisfy(change ->
                            assertThat(change.after().orElseThrow().title()).isEmpty());
        }
    }

    @Test
    void aGrantTheHostHasAlready_isAdopted() {
        try (SyncLab lab = lab()) {
            String token = lab.server().grants().rotate(true).given("anna", Access.READ);

            Connected connected =
                    lab.sync().connections().adopt(ANNA, FAKE, Tokens.of(token, Access.READ), Detail.FULL);
            lab.advance(Duration.ofHours(5));

            assertThat(Fixture.titles(lab, connected.calendar().id())).hasSize(2);
            assertThat(lab.sync()
                            .operations()
                            .health(connected.connection().id())
                            .isWell())
                    .isTrue();
        }
    }

    @Test
    void anAccountTheApplicationActsFor_needsNoConsent() {
        try (SyncLab lab = lab()) {
            Connected connected = lab.sync()
                    .connections()
                    .connectDelegated(ANNA, FAKE, "anna@fake.example", new Terms(Access.READ, Detail.FULL));
            lab.advance(Duration.ofHours(5));

            assertThat(Fixture.titles(lab, connected.calendar().id())).hasSize(2);
            assertThat(lab.sync()
                            .operations()
                            .health(connected.connection().id())
                            .isWell())
                    .isTrue();
        }
    }

    @Test
    void nobodyIsAsked_whoIsBeingErased() {
        try (SyncLab lab = lab()) {
            consent(lab, "anna");
            lab.sync().operations().erase(ANNA);

            assertThatThrownBy(() -> lab.sync().connections().begin(REQUEST)).isInstanceOf(InvalidRequest.class);
        }
    }

    private static SyncLab lab() {
        SyncLab lab = Fixture.lab();
        Fixture.fill(lab.server().account("anna").calendar("work"), 2);
        return lab;
    }

    private static ConnectResult consent(SyncLab lab, String account) {
        URI page = lab.sync().connections().begin(REQUEST);
        return lab.sync().connections().complete(ANNA, lab.server().grants().allow(page, account));
    }

    private static String state(URI page) {
        String query = page.getQuery();
        return query.substring(query.indexOf("state=") + 6, query.indexOf('&'));
    }

    private static void assertDeclined(ConnectResult result, Declined.Why why) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Declined.class, declined -> assertThat(declined.why()).isEqualTo(why));
    }
}
