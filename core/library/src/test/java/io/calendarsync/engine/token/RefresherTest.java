package io.calendarsync.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.ConnectionState;
import io.calendarsync.Detail;
import io.calendarsync.Misconfigured;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.Reconnect;
import io.calendarsync.Terms;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.GrantRecord;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.Access;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.Grant;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One renewal at a time across nodes, whatever gets in between (H25, H26). */
class RefresherTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final InterruptedStore store = new InterruptedStore(new InMemorySyncStore());
    private final AtomicLong nanos = new AtomicLong();
    private final RotatingServer server = new RotatingServer();
    private Instant now = START;
    private final Node a = new Node();
    private final Node b = new Node();
    private final ConnectionId id = connect();

    @Test
    void aTokenWithMinutesLeft_isUsedAsItIs() {
        now = START.plus(Duration.ofMinutes(54));

        assertThat(a.refresher.current(id)).isEqualTo("access-0");
        assertThat(server.refreshes()).isZero();
    }

    @Test
    void aTokenAboutToEnd_isRenewedFiveMinutesEarly_andTheOtherNodeTakesTheNewOne() {
        now = START.plus(Duration.ofMinutes(56));

        assertThat(a.refresher.current(id)).isEqualTo("access-1");
        assertThat(b.refresher.current(id)).isEqualTo("access-1");
        assertThat(server.refreshes()).isEqualTo(1);
    }

    @Test
    void whileOneNodeRenews_theOtherUsesWhatIsStillGood_andAsksNothing() {
        now = START.plus(Duration.ofMinutes(56));
        server.during(() -> assertThat(b.refresher.current(id)).isEqualTo("access-0"));

        assertThat(a.refresher.current(id)).isEqualTo("access-1");
        assertThat(server.refreshes()).isEqualTo(1);
    }

    @Test
    void whileOneNodeRenews_theOtherWithNothingToUse_comesBackLater() {
        now = START.plus(Duration.ofHours(2));
        server.during(() -> assertThatThrownBy(() -> b.refresher.current(id))
                .isInstanceOfSatisfying(
                        ProviderUnavailable.class,
                        fault -> assertThat(fault.source().retryAfter()).isPresent()));

        assertThat(a.refresher.current(id)).isEqualTo("access-1");
        assertThat(server.refreshes()).isEqualTo(1);
    }

    @Test
    void whoWasHeldUpAfterTheClaim_sendsNothing() {
        now = START.plus(Duration.ofHours(2));
        store.afterNextCommit(() -> {
            nanos.addAndGet(Refresher.LEASE.toNanos());
            now = now.plus(Refresher.LEASE).plusSeconds(1);
            assertThat(b.refresher.current(id)).isEqualTo("access-1");
        });

        assertThat(a.refresher.current(id)).isEqualTo("access-1");
        assertThat(server.refreshes()).isEqualTo(1);
        assertThat(server.refusals()).as("what B has used up is not sent by A").isZero();
        assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
    }

    @Test
    void aNoToATokenThatAnotherNodeHasUsedMeanwhile_isNotBelieved() {
        now = START.plus(Duration.ofHours(2));
        server.before(() -> {
            now = now.plus(Refresher.LEASE).plusSeconds(1);
            assertThat(b.refresher.current(id)).isEqualTo("access-1");
        });

        assertThat(a.refresher.current(id)).isEqualTo("access-1");
        assertThat(server.refusals()).isEqualTo(1);
        assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
    }

    /** Found by the simulation: the user was told to have taken back what two nodes had lost between them. */
    @Test
    void aNoToATokenThatAnotherNodeHasSentMeanwhile_isNotBelieved_whateverBecameOfThat() {
        now = START.plus(Duration.ofHours(2));
        server.before(() -> {
            now = now.plus(Refresher.LEASE).plusSeconds(1);
            server.during(() -> store.failCommits(1000));
            assertThatThrownBy(() -> b.refresher.current(id)).isInstanceOf(StoreException.class);
            store.failCommits(0);
        });

        assertThatThrownBy(() -> a.refresher.current(id)).isInstanceOf(ProviderUnavailable.class);
        assertThat(state()).isEqualTo(ConnectionState.ACTIVE);

        now = now.plus(Refresher.LEASE).plusSeconds(1);
        assertThatThrownBy(() -> a.refresher.current(id)).isInstanceOf(AuthorizationLost.class);
        assertThat(reconnect()).contains(Reconnect.ROTATION_LOST);
    }

    @Test
    void whoWasHeldUpByTheLastLookBeforeItSends_sendsNothing() {
        now = START.plus(Duration.ofHours(2));
        store.afterNextCommit(() -> nanos.addAndGet(Refresher.LEASE.dividedBy(2).toNanos() + 1));

        a.refresher.current(id);

        assertThat(server.refusals()).isZero();
        assertThat(server.refreshes())
                .as("asked again under a claim of its own")
                .isEqualTo(1);
    }

    @Test
    void whatARenewalBrought_isKept_thoughTheRecordWasEncryptedAnewMeanwhile() {
        now = START.plus(Duration.ofHours(2));
        server.during(this::encryptAnew);

        assertThat(a.refresher.current(id)).isEqualTo("access-1");
        assertThat(grant().refreshToken()).isEqualTo("refresh-1");
    }

    @Test
    void aNo_isBelieved_thoughTheRecordWasEncryptedAnewMeanwhile() {
        now = START.plus(Duration.ofHours(2));
        server.takeBack();
        server.before(this::encryptAnew);

        assertThatThrownBy(() -> a.refresher.current(id)).isInstanceOf(AuthorizationLost.class);
        assertThat(state()).isEqualTo(ConnectionState.RECONNECT_REQUIRED);
    }

    @Test
    void whatARenewalBrought_isKept_whetherOrNotItIsKnownThatItWas() {
        now = START.plus(Duration.ofHours(2));
        server.during(() -> store.failAfterNextCommit());
        assertThat(a.refresher.current(id)).isEqualTo("access-1");

        now = now.plus(Duration.ofHours(2));
        server.during(() -> store.failBeforeNextCommit());
        assertThat(a.refresher.current(id)).isEqualTo("access-2");
        assertThat(b.refresher.current(id)).isEqualTo("access-2");
        assertThat(grant().refreshToken()).isEqualTo("refresh-2");
    }

    @Test
    void aTokenThatCannotBeStored_isNotUsed() {
        now = START.plus(Duration.ofHours(2));
        server.during(() -> store.failCommits(1000));

        assertThatThrownBy(() -> a.refresher.current(id)).isInstanceOf(StoreException.class);
    }

    @Test
    void whoDiesWithTheAnswer_leavesADoubt_inWhichTheOldTokenIsTriedOnce() {
        now = START.plus(Duration.ofHours(2));
        server.during(() -> store.failCommits(1000));
        assertThatThrownBy(() -> a.refresher.current(id)).isInstanceOf(StoreException.class);
        store.failCommits(0);
        now = now.plus(Refresher.LEASE).plusSeconds(1);

        assertThatThrownBy(() -> b.refresher.current(id)).isInstanceOf(AuthorizationLost.class);

        assertThat(reconnect()).contains(Reconnect.ROTATION_LOST);
        assertThat(server.refusals()).isEqualTo(1);
        assertThatThrownBy(() -> b.refresher.current(id)).isInstanceOf(AuthorizationLost.class);
        assertThat(server.refusals()).as("an ended grant is not sent again").isEqualTo(1);
    }

    @Test
    void aGrantTakenBack_isTheUsersTurn() {
        now = START.plus(Duration.ofHours(2));
        server.takeBack();

        assertThatThrownBy(() -> a.refresher.current(id)).isInstanceOf(AuthorizationLost.class);

        assertThat(reconnect()).contains(Reconnect.GRANT_LOST);
    }

    @Test
    void aServerThatCannotBeReached_isOnlyTrouble_whereTheTokenIsStillGood() {
        now = START.plus(Duration.ofMinutes(57));
        server.unavailable(2);
        assertThat(a.refresher.current(id)).isEqualTo("access-0");

        now = START.plus(Duration.ofHours(2));
        assertThatThrownBy(() -> a.refresher.current(id)).isInstanceOf(ProviderUnavailable.class);
        assertThat(a.refresher.current(id)).isEqualTo("access-1");
        assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
    }

    @Test
    void aWrongSecret_isTheApplicationsFault_neverTheUsers() {
        now = START.plus(Duration.ofHours(2));
        server.misconfigured();

        assertThatThrownBy(() -> a.refresher.current(id)).isInstanceOf(Misconfigured.class);
        assertThat(state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(a.refresher.current(id)).isEqualTo("access-1");
    }

    @Test
    void whoConnectsAgainWhileTheOldGrantIsRenewed_isNotOverwritten() {
        now = START.plus(Duration.ofHours(2));
        server.during(() -> {
            Commit commit = b.desk.records().begin();
            b.desk.credentials().put(commit, id, grantOf("consented-anew", "refresh-new"));
            assertThat(commit.run()).isTrue();
        });

        assertThat(a.refresher.current(id)).isEqualTo("consented-anew");
        assertThat(grant().refreshToken()).isEqualTo("refresh-new");
    }

    @Test
    void aClaimFromTheFarFuture_isNotBelieved() {
        now = Instant.parse("2036-01-01T00:00:00Z");
        server.before(() -> {
            store.failCommits(1000);
            throw new OutOfMemoryError("the node dies");
        });
        assertThatThrownBy(() -> a.refresher.current(id)).isInstanceOf(OutOfMemoryError.class);
        store.failCommits(0);
        now = START.plus(Duration.ofHours(2));

        assertThat(b.refresher.current(id)).isEqualTo("access-1");
    }

    @Test
    void aTokenThatWasRefused_isReplacedOnce_forAllWhoHadIt() {
        assertThat(a.refresher.insteadOf(id, "access-0")).isEqualTo("access-1");
        assertThat(b.refresher.insteadOf(id, "access-0")).isEqualTo("access-1");
        assertThat(server.refreshes()).isEqualTo(1);
    }

    @Test
    void nothingOfAGrantIsShown() {
        assertThat(grant().toString()).doesNotContain("access-0").doesNotContain("refresh-0");
        assertThat(new FirstToken("secret").toString()).doesNotContain("secret");
        assertThat(new GrantTokens(a.refresher, id).toString()).doesNotContain("access-0");
    }

    private ConnectionId connect() {
        ConnectionRecord connection = ConnectionRecord.begin(
                new OwnerId("anna"),
                new ProviderId("google"),
                new Account("anna", "Anna"),
                new Terms(Access.READ, Detail.FULL),
                START);
        Commit commit = a.desk.records().begin();
        a.desk.connections().create(commit, connection);
        a.desk.credentials().put(commit, connection.id(), grantOf("access-0", "refresh-0"));
        assertThat(commit.run()).isTrue();
        return connection.id();
    }

    private GrantRecord grantOf(String access, String refresh) {
        Grant grant = new Grant(access, Duration.ofHours(1), Optional.of(refresh), Optional.of(Access.READ));
        return GrantRecord.of(grant, "", Access.READ, now);
    }

    private void encryptAnew() {
        Stored<GrantRecord> read = b.desk.credentials().grant(id).orElseThrow();
        Commit commit = b.desk.records().begin();
        b.desk.credentials().save(commit, id, read, read.value());
        assertThat(commit.run()).isTrue();
    }

    private GrantRecord grant() {
        return a.desk.credentials().grant(id).orElseThrow().value();
    }

    private ConnectionState state() {
        return a.desk.connections().find(id).orElseThrow().value().state();
    }

    private Optional<Reconnect> reconnect() {
        return a.desk.connections().find(id).orElseThrow().value().reconnect();
    }

    /** A node of its own over the common store. */
    private final class Node {
        private final Desk desk = Desks.over(store);
        private final Refresher refresher = new Refresher(
                desk,
                new LostGrants(desk, new Transitions(desk), () -> now),
                connection -> server,
                () -> now,
                new OtherNodes(Duration.ZERO, nanos::get));
    }
}
