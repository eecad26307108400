package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static io.calendarsync.testkit.engine.Fixture.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calendarsync.CalendarState;
import io.calendarsync.CalendarSync;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.Misconfigured;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.SyncReport;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.AesGcmRecordCipher;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.FakeProvider;
import io.calendarsync.testkit.provider.FaultPlan;
import io.calendarsync.testkit.provider.ProviderCall;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a turn that the host asks for says of itself. */
class SyncNowTest {

    @Test
    void aTurnThatReadsToTheEnd_isDoneAndSaysWhenItIsLookedAtAgain() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            CalendarId id = connect(lab, remote);
            remote.create("New", at(9));

            SyncReport report = lab.sync().agenda().syncNow(id);

            assertThat(report.outcome()).isEqualTo(SyncReport.Outcome.DONE);
            assertThat(report.state()).isEqualTo(CalendarState.SYNCED);
            assertThat(report.next()).isPresent();
            assertThat(lab.sync().agenda().events(id, Optional.empty(), 10).items())
                    .hasSize(1);
        }
    }

    @Test
    void aProviderThatFails_isAFailureWithItsReason_alsoWhereTheNextTurnMustWait() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 3);
            CalendarId id = connect(lab, remote);
            lab.server().plan(down());

            SyncReport first = lab.sync().agenda().syncNow(id);
            SyncReport second = lab.sync().agenda().syncNow(id);

            assertThat(Arrays.asList(first, second)).allSatisfy(report -> {
                assertThat(report.outcome()).isEqualTo(SyncReport.Outcome.FAILED);
                assertThat(report.trouble()).isNotEmpty();
                assertThat(report.next()).isPresent();
            });
        }
    }

    @Test
    void aNodeWithoutTheKey_saysThatItIsItsOwnFault() {
        try (SyncLab lab = Fixture.lab().with(builder -> builder.cipher(AesGcmRecordCipher.of("one", new byte[32])))) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            CalendarId id = connect(lab, remote);
            byte[] other = new byte[32];
            Arrays.fill(other, (byte) 7);
            try (CalendarSync keyless = CalendarSync.builder()
                    .store(lab.store())
                    .clock(lab.clock())
                    .cipher(AesGcmRecordCipher.of("another", other))
                    .provider(new FakeProvider(lab.server()))
                    .build()) {

                SyncReport report = keyless.agenda().syncNow(id);

                assertThat(report.outcome()).isEqualTo(SyncReport.Outcome.FAILED);
                assertThat(report.trouble()).contains("This node");
                assertThatExceptionOfType(Misconfigured.class)
                        .as("nor does it lock out those that have the key")
                        .isThrownBy(() -> keyless.connections()
                                .connectFeed(new OwnerId("anna"), URI.create("fake://host/anna"), ZoneOffset.UTC));
            }
            remote.create("New", at(9));
            assertThat(lab.sync().agenda().syncNow(id).outcome()).isEqualTo(SyncReport.Outcome.DONE);
            assertThat(Fixture.titles(lab, id)).containsExactly("New");
        }
    }

    @Test
    void aCursorThatIsNone_isTheCallersFault() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 3);
            CalendarId id = connect(lab, remote);

            assertThatExceptionOfType(InvalidRequest.class)
                    .isThrownBy(() -> lab.sync().agenda().events(id, Optional.of("garbage"), 10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "-", "no-such-calendar", "\u0000-x"})
    void whatIsNoCalendar_isNotRead_andCannotBeLinked(String text) {
        CalendarId id = new CalendarId(text);
        try (SyncLab lab = Fixture.lab()) {
            assertThat(lab.sync().agenda().syncNow(id).outcome()).isEqualTo(SyncReport.Outcome.IDLE);
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> lab.sync().agenda().link(new EventRef(id, "event"), new HostKey("booking 1")));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> lab.sync().agenda().preview(id));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> lab.sync().operations().diagnose(id));
        }
    }

    private static FaultPlan down() {
        return new FaultPlan() {
            @Override
            public void before(ProviderCall call) {
                if (call.kind() == ProviderCall.Kind.CHANGES) {
                    throw new ProviderUnavailable("The provider is down", FaultSource.unknown());
                }
            }

            @Override
            public void after(ProviderCall call) {}
        };
    }
}
