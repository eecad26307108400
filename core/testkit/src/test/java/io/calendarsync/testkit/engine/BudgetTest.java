package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.CalendarState;
import io.calendarsync.Detail;
import io.calendarsync.SyncReport;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.Tokens;
import io.calendarsync.model.Access;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.FakeAccount;
import io.calendarsync.testkit.provider.FaultPlan;
import io.calendarsync.testkit.provider.ProviderCall;
import io.calendarsync.testkit.provider.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many calendars share what the application may ask of their provider, and who waits comes first. */
class BudgetTest {

    private static final OwnerId OWNER = new OwnerId("all");
    private static final int CALENDARS = 1500;
    private static final int QUOTA = 300;

    @Test
    void withAKnownQuota_allAreRead_noneIsRefused_andWhoeverWaitsIsServedAtOnce() {
        try (SyncLab lab = new SyncLab()) {
            Quota quota = new Quota(lab.clock());
            lab.server().plan(quota);
            lab.with(builder -> builder.requestsPerMinute(new ProviderId("fake"), QUOTA));
            List<SyncedCalendar> calendars = connect(lab);

            for (int tick = 0; tick < 12 * 20; tick++) {
                lab.clock().advance(Duration.ofSeconds(5));
                lab.settle();
                SyncReport report = lab.sync()
                        .agenda()
                        .syncNow(calendars.get(tick * 7 % CALENDARS).id());
                assertThat(report.outcome()).isIn(SyncReport.Outcome.DONE, SyncReport.Outcome.MORE);
            }

            assertThat(quota.refused).isZero();
            assertAllRead(lab);
        }
    }

    @Test
    void withAnUnknownQuota_itIsFoundOut_andAllAreRead() {
        try (SyncLab lab = new SyncLab()) {
            Quota quota = new Quota(lab.clock());
            lab.server().plan(quota);
            connect(lab);

            for (int tick = 0; tick < 12 * 60; tick++) {
                lab.clock().advance(Duration.ofSeconds(5));
                lab.settle();
            }

            assertThat(quota.refused).as("no storm").isLessThan(quota.granted / 10);
            assertAllRead(lab);
        }
    }

    @Test
    void aLimitOfOneAccount_slowsNobodyElseDown() {
        try (SyncLab lab = new SyncLab()) {
            lab.with(builder -> builder.requestsPerMinute(new ProviderId("fake"), QUOTA * 200));
            connect(lab);
            lab.settle();
            lab.server().faults().failNext(ProviderCall.Kind.CHANGES, Refusal.of(429));
            long before = lab.server().calls(ProviderCall.Kind.CHANGES);

            lab.advance(Duration.ofMinutes(20));

            assertThat(lab.server().calls(ProviderCall.Kind.CHANGES) - before).isGreaterThanOrEqualTo(CALENDARS);
        }
    }

    private static List<SyncedCalendar> connect(SyncLab lab) {
        FakeAccount account = lab.server().account("all").pageSize(CALENDARS);
        for (int i = 0; i < CALENDARS; i++) {
            account.calendar("c" + i);
        }
        String token = lab.server().grants().given("all", Access.READ);
        return lab.sync()
                .connections()
                .adopt(OWNER, new ProviderId("fake"), Tokens.of(token, Access.READ), Detail.FULL)
                .calendars();
    }

    private static void assertAllRead(SyncLab lab) {
        assertThat(lab.sync()
                        .connections()
                        .calendars(lab.sync().connections().list(OWNER).get(0).id()))
                .hasSize(CALENDARS)
                .allSatisfy(calendar -> assertThat(calendar.state()).isEqualTo(CalendarState.SYNCED));
    }

    /** A provider's quota: so many requests in any sixty seconds. */
    private static final class Quota implements FaultPlan {
        private final InstantSource clock;
        private final Deque<Instant> lately = new ArrayDeque<>();
        private int granted;
        private int refused;

        Quota(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public void before(ProviderCall call) {
            if (call.kind() != ProviderCall.Kind.CHANGES) {
                return;
            }
            Instant now = clock.instant();
            while (!lately.isEmpty() && !lately.peekFirst().isAfter(now.minusSeconds(60))) {
                lately.removeFirst();
            }
            if (lately.size() >= QUOTA) {
                refused++;
                throw Refusal.ofApplication();
            }
            lately.add(now);
            granted++;
        }

        @Override
        public void after(ProviderCall call) {}
    }
}
