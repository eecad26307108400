package io.calendarsync.engine.pull;

import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.LinkRecords;
import io.calendarsync.engine.record.LogRecords;
import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.ReviewRecords;
import io.calendarsync.engine.record.SeenRecords;

/** The records the pull engine works with. */
public record Shelf(
        Records records,
        CalendarRecords calendars,
        ConnectionRecords connections,
        EventRecords events,
        SeenRecords seen,
        ReviewRecords reviews,
        LogRecords log,
        DueRecords due,
        LinkRecords links,
        OwnWriteRecords ownWrites) {}
