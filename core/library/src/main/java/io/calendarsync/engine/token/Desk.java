package io.calendarsync.engine.token;

import io.calendarsync.engine.record.AccountRecords;
import io.calendarsync.engine.record.AuditRecords;
import io.calendarsync.engine.record.CalendarListRecords;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.ConsentRecords;
import io.calendarsync.engine.record.CredentialRecords;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.LinkRecords;
import io.calendarsync.engine.record.LogRecords;
import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.OwnerRecords;
import io.calendarsync.engine.record.ProgressRecords;
import io.calendarsync.engine.record.PublicationRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.ReviewRecords;
import io.calendarsync.engine.record.SeenRecords;
import io.calendarsync.engine.record.WatchRecords;

/** Every kind of record an owner can have. */
public record Desk(
        Records records,
        OwnerRecords owners,
        ConnectionRecords connections,
        CredentialRecords credentials,
        AccountRecords accounts,
        CalendarListRecords lists,
        ConsentRecords consents,
        CalendarRecords calendars,
        EventRecords events,
        LinkRecords links,
        OwnWriteRecords ownWrites,
        PublicationRecords publications,
        SeenRecords seen,
        ReviewRecords reviews,
        LogRecords log,
        ProgressRecords progress,
        WatchRecords watches,
        AuditRecords audit,
        DueRecords due) {}
