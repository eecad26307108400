package io.calendarsync.testkit.store.planted;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Faults that bend what is carried. */
final class ValueFaults {

    private ValueFaults() {}

    /** Stores what a function makes of the record and the one it replaces, which is itself for a new one. */
    private static final class Bends extends BrokenStore {
        private final BinaryOperator<StoredRecord> bend;

        Bends(SyncStore inner, BinaryOperator<StoredRecord> bend) {
            super(inner);
            this.bend = bend;
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            return inner.commit(batch.stream().map(this::bent).toList());
        }

        private Write bent(Write write) {
            if (!(write instanceof Write.Put put)) {
                return write;
            }
            Optional<StoredRecord> old = inner.read(List.of(put.key())).stream().findFirst();
            return new Write.Put(bend.apply(put.record(), old.orElse(put.record())), put.expect());
        }
    }

    static SyncStore keepsMilliseconds(SyncStore inner) {
        return bendsInstants(inner, instant -> instant.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A long of nanoseconds ends in the years 1677 and 2262. */
    static SyncStore countsNanosecondsInALong(SyncStore inner) {
        return bendsInstants(inner, instant -> {
            long nanos = instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
            return StoredRecord.storable(Instant.EPOCH.plusNanos(nanos));
        });
    }

    /** Rounds towards zero, which is the wrong way before 1970. */
    static SyncStore countsMicrosecondsTowardsZero(SyncStore inner) {
        return bendsInstants(inner, instant -> {
            boolean wrong = instant.isBefore(Instant.EPOCH) && instant.getNano() != 0;
            return StoredRecord.storable(wrong ? instant.plusNanos(1000) : instant);
        });
    }

    static SyncStore cutsPayloadsAt64Kilobytes(SyncStore inner) {
        return new Bends(
                inner,
                (record, old) -> with(record, record.until(), record.fingerprint(), cut(record.payload(), 65_535)));
    }

    static SyncStore forgetsUntilWhenReplacing(SyncStore inner) {
        return new Bends(inner, (record, old) -> with(record, old.until(), record.fingerprint(), record.payload()));
    }

    static SyncStore keepsTheOldPayloadForAnEmptyOne(SyncStore inner) {
        return new Bends(
                inner,
                (record, old) -> with(
                        record,
                        record.until(),
                        record.fingerprint(),
                        record.payload().length == 0 ? old.payload() : record.payload()));
    }

    static SyncStore takesAnEmptyTextForNull(SyncStore inner) {
        return new Bends(
                inner,
                (record, old) -> with(
                        record,
                        record.until(),
                        record.fingerprint().isEmpty() ? "null" : record.fingerprint(),
                        record.payload()));
    }

    private static SyncStore bendsInstants(SyncStore inner, UnaryOperator<Instant> bend) {
        return new Bends(
                inner,
                (record, old) -> new StoredRecord(
                        record.key(),
                        record.version(),
                        bend.apply(record.at()),
                        bend.apply(record.until()),
                        record.fingerprint(),
                        record.payload()));
    }

    private static StoredRecord with(StoredRecord record, Instant until, String fingerprint, byte[] payload) {
        return new StoredRecord(record.key(), record.version(), record.at(), until, fingerprint, payload);
    }

    private static byte[] cut(byte[] bytes, int most) {
        return bytes.length > most ? Arrays.copyOf(bytes, most) : bytes;
    }
}
