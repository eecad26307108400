package io.calendarsync.engine.token;

import io.calendarsync.engine.record.AccountRecords;
import io.calendarsync.engine.record.AuditRecords;
import io.calendarsync.engine.record.CalendarListRecords;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.ConsentRecords;
import io.calendarsync.engine.record.CredentialRecords;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.EventCodec;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.LinkRecords;
import io.calendarsync.engine.record.LogRecords;
import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.OwnerRecords;
import io.calendarsync.engine.record.PayloadFit;
import io.calendarsync.engine.record.ProgressRecords;
import io.calendarsync.engine.record.PublicationCodec;
import io.calendarsync.engine.record.PublicationRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.ReviewRecords;
import io.calendarsync.engine.record.SeenRecords;
import io.calendarsync.engine.record.SyncEventCodec;
import io.calendarsync.engine.record.WatchRecords;
import io.calendarsync.spi.store.AesGcmRecordCipher;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.spi.store.SyncStore;
import java.util.random.RandomGenerator;

/** Opens all records of a store. */
final class Desks {

    private static final RecordCipher CIPHER = AesGcmRecordCipher.of("k1", new byte[32]);
    private static final RandomGenerator VERSIONS = RandomGenerator.of("L64X128MixRandom");

    private Desks() {}

    static Desk over(SyncStore store) {
        Records records = new Records(store, () -> VERSIONS.nextLong(1, Long.MAX_VALUE));
        EventCodec codec = new EventCodec();
        return new Desk(
                records,
                new OwnerRecords(records),
                new ConnectionRecords(records),
                new CredentialRecords(records, CIPHER),
                new AccountRecords(records),
                new CalendarListRecords(records),
                new ConsentRecords(records, CIPHER),
                new CalendarRecords(records),
                new EventRecords(records, codec),
                new LinkRecords(records),
                new OwnWriteRecords(records),
                new PublicationRecords(records, new PublicationCodec(), CIPHER, false),
                new SeenRecords(records),
                new ReviewRecords(records),
                new LogRecords(records, new SyncEventCodec(), new PayloadFit(codec)),
                new ProgressRecords(records),
                new WatchRecords(records),
                new AuditRecords(records),
                new DueRecords(records));
    }
}
