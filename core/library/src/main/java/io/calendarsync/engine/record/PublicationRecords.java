package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps publications, found by the host's name for them alone, and lists them with every calendar they have to do with:
 * a listing stands at the time something is to be done there. Thread-safe.
 */
public final class PublicationRecords {

    private static final int RECORDS_A_REMOVAL = 6;

    /** The first byte of what is encrypted; no plain or deflated payload begins with it. */
    private static final byte ENCRYPTED = 2;

    private final Records records;
    private final PublicationCodec codec;
    private final RecordCipher cipher;
    private final boolean encrypts;

    /**
     * Opens them.
     *
     * @param cipher decrypts what is encrypted
     * @param encrypts whether what is written is encrypted, as drafts say what events say
     */
    public PublicationRecords(Records records, PublicationCodec codec, RecordCipher cipher, boolean encrypts) {
        this.records = records;
        this.codec = codec;
        this.cipher = cipher;
        this.encrypts = encrypts;
    }

    /** Returns the same over other records of the store. */
    PublicationRecords over(Records others) {
        return new PublicationRecords(others, codec, cipher, encrypts);
    }

    /**
     * A publication as it was read.
     *
     * @param id stands for the host's name, and says nothing of it
     * @param value what is known of it
     * @param version which a write over it has to expect, 0 where there is none yet
     * @param unknown what a newer writer added
     */
    public record Known(String id, Publication value, long version, UnknownMembers unknown) {}

    /** A page of what waits for the host. */
    public record Waiting(CalendarId calendar, String id) {}

    /** Returns what stands for a name. */
    public static String id(HostKey key) {
        return Digest.text(key.value());
    }

    /** Returns a publication; one of which nothing is known where there is none. */
    public Known get(HostKey key) {
        return find(id(key)).orElseGet(() -> new Known(id(key), Publication.of(key), 0, UnknownMembers.none()));
    }

    /** Returns a publication. */
    public Optional<Known> find(String id) {
        return id.length() < 2 ? Optional.empty() : records.read(key(id)).map(this::known);
    }

    /** Writes over what was read, and lists it anew. */
    public void save(Commit commit, Known before, Publication after) {
        Expect expect = before.version() == 0 ? Expect.absent() : Expect.version(before.version());
        commit.put(key(before.id()), sealed(key(before.id()), codec.encode(after, before.unknown())), expect);
        for (Errand errand : after.errands()) {
            Optional<Errand> was = before.value().errandIn(errand.calendar());
            if (was.map(Errand::due).filter(errand.due()::equals).isEmpty()) {
                commit.put(
                        listing(errand.calendar(), before.id()),
                        errand.due(),
                        Fields.none().bytes(),
                        Expect.any());
            }
            boolean waited = was.filter(Errand::isStopped).isPresent();
            RecordKey letter = letter(errand.calendar(), before.id());
            if (errand.isStopped()) {
                commit.put(letter, errand.trouble().since(), Fields.none().bytes(), Expect.any());
            } else if (waited) {
                records.read(letter).ifPresent(record -> commit.delete(letter, record.version()));
            }
        }
    }

    /** Returns all that have to do with a calendar. */
    public List<String> listed(CalendarId calendar) {
        return records.all(listings(calendar)).stream()
                .map(record -> record.key().id())
                .toList();
    }

    /** Returns up to that many of those something is to be done for in a calendar by now, the longest due first. */
    public List<String> due(CalendarId calendar, Instant now, int limit) {
        return ids(listings(calendar).before(now.plusNanos(1000)).limit(limit));
    }

    /** Returns up to that many of those that a clock ahead has put further off than anything is put on purpose (H24). */
    public List<String> astray(CalendarId calendar, Instant now, int limit) {
        Scan far = listings(calendar).from(now.plus(DueRecords.FARTHEST)).before(Errand.NEVER);
        return ids(far.limit(limit));
    }

    private List<String> ids(Scan scan) {
        return records.scan(scan).records().stream()
                .map(record -> record.key().id())
                .toList();
    }

    /** Returns when something is next to be done in a calendar; now, where that stands further off than anything should. */
    public Optional<Instant> next(CalendarId calendar, Instant now) {
        return records.scan(listings(calendar).limit(1)).records().stream()
                .map(StoredRecord::at)
                .filter(at -> at.isBefore(Errand.NEVER))
                .map(at -> at.isAfter(now.plus(DueRecords.FARTHEST)) ? now : at)
                .findFirst();
    }

    /** Returns a page of those that wait for the host. */
    public Paged<Waiting> waiting(Optional<String> after, int limit) {
        Scan scan = Scan.of(Keyspace.DEAD_LETTER).limit(limit).withoutPayloads();
        RecordPage page = records.scan(after.map(scan::after).orElse(scan));
        return new Paged<>(
                page.records().stream()
                        .map(record -> new Waiting(
                                new CalendarId(record.key().partition()),
                                record.key().id()))
                        .toList(),
                page.next());
    }

    /** Shows every publication that has to do with a calendar to somebody, as JSON. */
    void each(CalendarId calendar, Consumer<byte[]> action) {
        for (StoredRecord listing : records.all(listings(calendar))) {
            find(listing.key().id()).ifPresent(known -> action.accept(codec.plain(known.value())));
        }
    }

    /** Forgets what publications have to do with a calendar; returns how many listings went. */
    int erase(CalendarId calendar) {
        int erased = 0;
        for (StoredRecord listing : records.all(listings(calendar))) {
            Commit commit = records.begin();
            commit.delete(listing.key(), listing.version());
            find(listing.key().id()).ifPresent(known -> forget(commit, known, calendar));
            erased += commit.run() ? 1 : 0;
        }
        return erased;
    }

    private void forget(Commit commit, Known known, CalendarId calendar) {
        Publication was = known.value();
        List<Place> places = new ArrayList<>(was.places());
        places.removeIf(place -> place.calendar().equals(calendar));
        boolean wanted = was.wanted().isPresent() && !was.isWantedIn(calendar);
        if (places.isEmpty() && !wanted) {
            commit.delete(key(known.id()), known.version());
            return;
        }
        List<Errand> errands = new ArrayList<>();
        Instant now = StoredRecord.EARLIEST;
        for (Errand errand : was.errands()) {
            boolean alone = !wanted
                    && places.stream()
                            .anyMatch(
                                    place -> place.isOpen() && place.calendar().equals(errand.calendar()));
            if (!errand.calendar().equals(calendar)) {
                errands.add(alone && !errand.isStopped() ? Errand.due(errand.calendar(), now) : errand);
            }
        }
        errands.stream()
                .filter(errand -> commit.fits(RECORDS_A_REMOVAL) && errand.due().equals(now))
                .forEach(errand -> new DueRecords(records)
                        .put(commit, Job.publish(errand.calendar().value()), now));
        save(
                commit,
                known,
                new Publication(
                        was.key(),
                        was.revision(),
                        wanted ? was.wanted() : Optional.empty(),
                        wanted ? was.farewell() : Invitations.NONE,
                        was.written(),
                        places,
                        errands));
    }

    private Known known(StoredRecord record) {
        PublicationCodec.Read read = codec.decode(opened(record));
        return new Known(record.key().id(), read.publication(), record.version(), read.unknown());
    }

    private byte[] sealed(RecordKey key, byte[] plain) {
        if (!encrypts) {
            return plain;
        }
        byte[] encrypted = cipher.encrypt(key, plain);
        byte[] payload = new byte[encrypted.length + 1];
        payload[0] = ENCRYPTED;
        System.arraycopy(encrypted, 0, payload, 1, encrypted.length);
        return payload;
    }

    private byte[] opened(StoredRecord record) {
        byte[] payload = record.payload();
        return payload.length > 0 && payload[0] == ENCRYPTED
                ? cipher.decrypt(record.key(), Arrays.copyOfRange(payload, 1, payload.length))
                : payload;
    }

    private static Scan listings(CalendarId calendar) {
        return Scan.of(Keyspace.ERRAND).in(calendar.value()).withoutPayloads();
    }

    private static RecordKey key(String id) {
        return new RecordKey(Keyspace.PUBLICATION, id.substring(0, 2), id);
    }

    private static RecordKey listing(CalendarId calendar, String id) {
        return new RecordKey(Keyspace.ERRAND, calendar.value(), id);
    }

    private static RecordKey letter(CalendarId calendar, String id) {
        return new RecordKey(Keyspace.DEAD_LETTER, calendar.value(), id);
    }
}
