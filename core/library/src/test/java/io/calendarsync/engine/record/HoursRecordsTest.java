package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.WorkingHours;
import io.calendarsync.spi.store.InMemorySyncStore;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HoursRecordsTest {

    private final Records records = new Records(new InMemorySyncStore(), new AtomicLong()::incrementAndGet);
    private final HoursRecords hours = new HoursRecords(records);

    @Test
    void whatIsStored_isReadAsItWas() {
        WorkingHours stored = WorkingHours.in(ZoneId.of("America/New_York"))
                .weekdays("09:00-12:30", "13:00-17:00:30")
                .on(DayOfWeek.SUNDAY, "22:00-24:00")
                .except(LocalDate.of(2026, 12, 24), "09:00-12:00")
                .closed(LocalDate.of(2026, 12, 25));

        Commit commit = records.begin();
        hours.put(commit, "anna", stored);

        assertThat(commit.run()).isTrue();
        assertThat(hours.find("anna")).contains(stored);
        assertThat(hours.find("ben")).isEmpty();
    }

    @Test
    void laterHours_takeThePlaceOfEarlierOnes() {
        WorkingHours none = WorkingHours.in(ZoneId.of("Europe/Berlin"));
        for (WorkingHours each : new WorkingHours[] {none.weekdays("09:00-17:00"), none}) {
            Commit commit = records.begin();
            hours.put(commit, "anna", each);
            assertThat(commit.run()).isTrue();
        }

        assertThat(hours.find("anna")).contains(none);
    }
}
