package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.ConnectRequest;
import io.calendarsync.Connected;
import io.calendarsync.ConnectionChange;
import io.calendarsync.ConnectionState;
import io.calendarsync.Reconnect;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.FakeGrants;
import io.calendarsync.testkit.provider.ProviderCall;
import io.calendarsync.testkit.provider.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are renewed in time, and a connection only asks its user where nothing else helps. */
class TokenTest {

    private static final OwnerId ANNA = new OwnerId("anna");
    private static final ConnectRequest REQUEST =
            ConnectRequest.of(ANNA, new ProviderId("fake"), URI.create("https://host.example/callback"));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tokensAreRenewed_forAsLongAsTheGrantLasts(boolean rotates) {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, rotates);

            lab.advance(Duration.ofDays(3));

            assertThat(lab.sync().operations().health(id).isWell()).isTrue();
            assertThat(lab.server().calls(ProviderCall.Kind.REFRESH)).isBetween(70L, 80L);
        }
    }

    @Test
    void aTokenThatEndsBeforeItsTime_costsOneRenewal_andNobodyNotices() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, false);
            lab.server().grants().endAccessTokens();

            lab.advance(Duration.ofMinutes(20));

            assertThat(lab.server().calls(ProviderCall.Kind.REFRESH)).isEqualTo(1);
            assertThat(lab.sync().operations().health(id).isWell()).isTrue();
        }
    }

    @Test
    void aGrantTakenBack_asksTheUserOnce_andIsHealedByConsent() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, false);
            lab.server().grants().takeBack("anna");

            lab.advance(Duration.ofDays(2));

            assertThat(state(lab)).isEqualTo(ConnectionState.RECONNECT_REQUIRED);
            assertThat(lab.sync().connections().list(ANNA).get(0).reconnect()).contains(Reconnect.GRANT_LOST);
            assertThat(connectionChanges(lab))
                    .extracting(ConnectionChange::after)
                    .containsExactly(ConnectionState.ACTIVE, ConnectionState.RECONNECT_REQUIRED);
            assertThat(lab.server().calls(ProviderCall.Kind.REFRESH))
                    .as("an ended grant is not tried again")
                    .isEqualTo(1);

            URI page = lab.sync().connections().begin(REQUEST.reconnecting(id));
            lab.sync().connections().complete(ANNA, lab.server().grants().allow(page, "anna"));
            lab.settle();

            assertThat(lab.sync().operations().health(id).isWell()).isTrue();
            assertThat(lab.sync().connections().list(ANNA).get(0).reconnect()).isEmpty();
        }
    }

    @Test
    void aTokenServerOutOfOrder_isNeverTheUsersFault() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, true);
            for (int i = 0; i < 200; i++) {
                lab.server().faults().failNext(ProviderCall.Kind.REFRESH, Refusal.of(503));
            }

            lab.advance(Duration.ofHours(20));
            assertThat(state(lab)).isEqualTo(ConnectionState.ACTIVE);
            assertThat(lab.sync().operations().health(id).isWell()).isFalse();

            lab.advance(Duration.ofDays(20));
            assertThat(lab.sync().operations().health(id).isWell()).isTrue();
        }
    }

    @Test
    void aRotatedTokenThatGotLost_isTriedOnceMore_andThenTheUserIsAsked() {
        try (SyncLab lab = Fixture.lab()) {
            connect(lab, true);
            lab.server().faults().loseNextAnswer(ProviderCall.Kind.REFRESH, Refusal.of(504));

            lab.advance(Duration.ofHours(3));

            assertThat(lab.sync().connections().list(ANNA).get(0).reconnect()).contains(Reconnect.ROTATION_LOST);
            assertThat(lab.server().calls(ProviderCall.Kind.REFRESH)).isEqualTo(2);
        }
    }

    @Test
    void anAnswerThatGotLost_whereTokensDoNotRotate_costsNothing() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, false);
            lab.server().faults().loseNextAnswer(ProviderCall.Kind.REFRESH, Refusal.of(504));

            lab.advance(Duration.ofHours(3));

            assertThat(lab.sync().operations().health(id).isWell()).isTrue();
        }
    }

    @Test
    void freshTokensRefusedAgainAndAgain_meanThatTheConsentHasChanged() {
        try (SyncLab lab = Fixture.lab()) {
            connect(lab, false);
            lab.server().account("anna").revoke();

            lab.advance(Duration.ofMinutes(1));
            assertThat(state(lab)).isEqualTo(ConnectionState.ACTIVE);
            lab.advance(Duration.ofHours(6));

            assertThat(state(lab)).isEqualTo(ConnectionState.RECONNECT_REQUIRED);
            assertThat(lab.sync().connections().list(ANNA).get(0).reconnect()).contains(Reconnect.CONSENT_CHANGED);
        }
    }

    @Test
    void a401ThatPasses_isNobodysFault() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, false);
            lab.server().account("anna").revoke();
            lab.advance(Duration.ofMinutes(16));
            lab.server().account("anna").allow();

            lab.advance(Duration.ofHours(2));

            assertThat(lab.sync().operations().health(id).isWell()).isTrue();
        }
    }

    @Test
    void pausedWithoutAGrant_staysItsUsersTurn() {
        try (SyncLab lab = Fixture.lab()) {
            ConnectionId id = connect(lab, false);
            lab.server().grants().takeBack("anna");
            lab.advance(Duration.ofHours(2));

            lab.sync().connections().pause(id);
            assertThat(state(lab)).isEqualTo(ConnectionState.PAUSED);
            lab.sync().connections().resume(id);

            assertThat(state(lab)).isEqualTo(ConnectionState.RECONNECT_REQUIRED);
        }
    }

    private static ConnectionId connect(SyncLab lab, boolean rotates) {
        FakeGrants grants = lab.server().grants().rotate(rotates);
        Fixture.fill(lab.server().account("anna").calendar("work"), 2);
        URI page = lab.sync().connections().begin(REQUEST);
        Connected connected = (Connected) lab.sync().connections().complete(ANNA, grants.allow(page, "anna"));
        lab.settle();
        return connected.connection().id();
    }

    private static ConnectionState state(SyncLab lab) {
        return lab.sync().connections().list(ANNA).get(0).state();
    }

    private static List<ConnectionChange> connectionChanges(SyncLab lab) {
        return lab.delivered("host").stream()
                .filter(ConnectionChange.class::isInstance)
                .map(ConnectionChange.class::cast)
                .toList();
    }
}
