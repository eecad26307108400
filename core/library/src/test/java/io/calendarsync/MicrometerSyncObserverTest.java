package io.calendarsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.CalendarId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MicrometerSyncObserverTest {

    @Test
    void countsWhatTheEngineDoes_andNamesNobody() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SyncObserver observer = new MicrometerSyncObserver(registry);

        observer.claimed(8, 3);
        observer.jobFailed("pull", new IllegalStateException("x"));
        observer.pulled(
                new CalendarId("calendar-of-anna"),
                new SyncReport(SyncReport.Outcome.DONE, CalendarState.SYNCED, Optional.empty(), ""));
        observer.delivered("billing", "calendar-of-anna");
        observer.deliveryFailed("billing", "calendar-of-anna", 8, true, new IllegalStateException("anna"));

        assertThat(registry.get("calendarsync.claims")
                        .tag("result", "lost")
                        .counter()
                        .count())
                .isEqualTo(3);
        assertThat(registry.get("calendarsync.claims")
                        .tag("result", "won")
                        .counter()
                        .count())
                .isEqualTo(5);
        assertThat(registry.get("calendarsync.jobs.failed")
                        .tag("kind", "pull")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("calendarsync.pulls")
                        .tag("outcome", "done")
                        .tag("state", "synced")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("calendarsync.deliveries.failed")
                        .tag("subscriber", "billing")
                        .tag("parked", "true")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.getMeters())
                .noneMatch(meter -> meter.getId().toString().contains("anna"));
    }
}
