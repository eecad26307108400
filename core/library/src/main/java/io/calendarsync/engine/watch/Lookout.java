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
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What watches work with.
 *
 * @param name asked for the name of the installation each time
 */
public record Lookout(
        Records records,
        OwnerRecords owners,
        ConnectionRecords connections,
        CalendarRecords calendars,
        CalendarListRecords lists,
        WatchRecords watches,
        DueRecords due,
        InstallationRecords installation,
        Supplier<String> name,
        Function<ConnectionRecord, ProviderSession> sessions,
        InstantSource clock) {}
