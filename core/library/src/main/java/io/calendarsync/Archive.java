package io.calendarsync;

import io.calendarsync.engine.publish.Ledger;
import io.calendarsync.engine.pull.Shelf;
import io.calendarsync.engine.record.AccountRecords;
import io.calendarsync.engine.record.AuditRecords;
import io.calendarsync.engine.record.BudgetRecords;
import io.calendarsync.engine.record.CalendarListRecords;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.ConsentRecords;
import io.calendarsync.engine.record.CredentialRecords;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.EventCodec;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.HoursRecords;
import io.calendarsync.engine.record.InstallationRecords;
import io.calendarsync.engine.record.LinkRecords;
import io.calendarsync.engine.record.LogRecords;
import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.OwnerExport;
import io.calendarsync.engine.record.OwnerRecords;
import io.calendarsync.engine.record.PayloadFit;
import io.calendarsync.engine.record.ProgressRecords;
import io.calendarsync.engine.record.PublicationCodec;
import io.calendarsync.engine.record.PublicationRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.ReviewRecords;
import io.calendarsync.engine.record.SeenRecords;
import io.calendarsync.engine.record.SubscriberRecords;
import io.calendarsync.engine.record.SyncEventCodec;
import io.calendarsync.engine.record.WatchRecords;
import io.calendarsync.engine.token.Desk;
import io.calendarsync.model.Event;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.spi.store.SyncStore;
import java.util.function.LongSupplier;

/** Every kind of record there is, opened over one store, in the groups in which the parts of the engine use them. */
final class Archive {

    final Records records;
    final CalendarRecords calendars;
    final ConnectionRecords connections;
    final CredentialRecords credentials;
    final EventRecords events;
    final LogRecords log;
    final DueRecords due;
    final OwnerRecords owners;
    final AuditRecords audit;
    final ProgressRecords progress;
    final SubscriberRecords subscribers;
    final WatchRecords watches;
    final HoursRecords hours;
    final BudgetRecords budgets;
    final InstallationRecords installation;
    final PublicationCodec drafts;
    final Shelf shelf;
    final Desk desk;
    final Ledger ledger;
    private final PublicationRecords publications;
    private final PayloadFit fit;

    /**
     * Opens it.
     *
     * @param encryptDrafts whether what is to be published is encrypted
     * @param versions gives random positive numbers, never one twice
     */
    Archive(SyncStore store, RecordCipher cipher, boolean encryptDrafts, LongSupplier versions) {
        EventCodec codec = new EventCodec();
        this.fit = new PayloadFit(codec);
        this.records = new Records(store, versions);
        this.calendars = new CalendarRecords(records);
        this.connections = new ConnectionRecords(records);
        this.credentials = new CredentialRecords(records, cipher);
        this.events = new EventRecords(records, codec);
        this.log = new LogRecords(records, new SyncEventCodec(), fit);
        this.due = new DueRecords(records);
        this.owners = new OwnerRecords(records);
        this.audit = new AuditRecords(records);
        this.progress = new ProgressRecords(records);
        this.subscribers = new SubscriberRecords(records);
        this.watches = new WatchRecords(records);
        this.hours = new HoursRecords(records);
        this.budgets = new BudgetRecords(records);
        this.installation = new InstallationRecords(records);
        this.drafts = new PublicationCodec();
        this.publications = new PublicationRecords(records, drafts, cipher, encryptDrafts);
        this.shelf = new Shelf(
                records,
                calendars,
                connections,
                events,
                new SeenRecords(records),
                new ReviewRecords(records),
                log,
                due,
                new LinkRecords(records),
                new OwnWriteRecords(records));
        this.desk = new Desk(
                records,
                owners,
                connections,
                credentials,
                new AccountRecords(records),
                new CalendarListRecords(records),
                new ConsentRecords(records, cipher),
                calendars,
                events,
                shelf.links(),
                shelf.ownWrites(),
                publications,
                shelf.seen(),
                shelf.reviews(),
                log,
                progress,
                watches,
                audit,
                due);
        this.ledger = new Ledger(
                records, publications, calendars, connections, events, shelf.links(), shelf.ownWrites(), due, audit);
    }

    /** Cuts an event so that two states of it fit into a payload. */
    Event fitted(Event event) {
        return fit.fit(event, records.payloadLimit() / 2);
    }

    /** Returns what writes out all there is of an owner. */
    OwnerExport export() {
        return new OwnerExport(connections, calendars, events, log, shelf.links(), publications, owners, hours, audit);
    }
}
