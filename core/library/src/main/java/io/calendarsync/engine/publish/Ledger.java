package io.calendarsync.engine.publish;

import io.calendarsync.engine.record.AuditRecords;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.LinkRecords;
import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.PublicationRecords;
import io.calendarsync.engine.record.Records;

/** The records the publisher works with. */
public record Ledger(
        Records records,
        PublicationRecords publications,
        CalendarRecords calendars,
        ConnectionRecords connections,
        EventRecords events,
        LinkRecords links,
        OwnWriteRecords ownWrites,
        DueRecords due,
        AuditRecords audit) {}
