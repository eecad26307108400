package io.calendarsync.engine.watch;

import io.calendarsync.engine.record.CalendarListRecords;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.InstallationRecords;
import io.calendarsync.engine.record.OwnerRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.WatchRecords;
import io.calendarsync.spi.provider.ProviderSession;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** What watches work with. */
public record Lookout(
        Records records,
        OwnerRecords owners,
        ConnectionRecords connections,
        CalendarRecords calendars,
        CalendarListRecords lists,
        WatchRecords watches,
        DueRecords due,
        InstallationRecords installation,
        Optional<String> givenName,
        Function<ConnectionRecord, ProviderSession> sessions,
        InstantSource clock) {

    /** Returns the name of the installation; the host's, or one made up and kept. */
    String name() {
        return givenName.orElseGet(installation::name);
    }
}
