package io.calendarsync.engine.record;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * The queue: a record a job, standing at the time it is due. A claim moves it to the end of a lease, so a node that dies
 * gives its jobs back by itself. Jobs are spread over 64 buckets, so that nodes seldom reach for the same ones.
 * Thread-safe.
 *
 * <p>A bell that rings while its job is done marks the claim dirty, and the job is done once more.
 */
public final class DueRecords {

    /** Further ahead than this nothing is ever due on purpose: a clock was wrong. */
    public static final Duration FARTHEST = Duration.ofHours(25);

    private static final int BUCKETS = 64;
    private static final int LOOK = 64;
    private static final int TRIES = 8;
    private static final int MOST_RESCUE_PAGES = 1000;

    private final Records records;

    /** Opens them. */
    public DueRecords(Records records) {
        this.records = records;
    }

    /** Makes a job due whatever it was before; for jobs that may safely be done twice at a time. */
    public void put(Commit commit, Job job, Instant at) {
        commit.put(key(job), at, Fields.none().bytes(), Expect.any());
    }

    /** Makes a job due no later than that; while it is being done, makes it due again after. */
    public void ring(Job job, Instant at) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Commit commit = records.begin();
            Optional<StoredRecord> found = records.read(key(job));
            if (found.isEmpty()) {
                commit.put(key(job), at, Fields.none().bytes(), Expect.absent());
            } else {
                StoredRecord record = found.get();
                Fields fields = Fields.of(record.payload());
                if (fields.has("claim") && !fields.flag("dirty")) {
                    commit.put(key(job), record.at(), fields.put("dirty", true).bytes(), expect(record));
                } else if (!fields.has("claim") && record.at().isAfter(at)) {
                    commit.put(key(job), at, fields.bytes(), expect(record));
                } else {
                    return;
                }
            }
            if (commit.run()) {
                return;
            }
        }
        Commit commit = records.begin();
        put(commit, job, at);
        commit.run();
    }

    /** Returns up to that many jobs that are due, from one bucket. */
    public List<Job> due(String queue, Instant now, int limit, IntUnaryOperator dice) {
        Scan head = Scan.of(collection(queue))
                .before(now.plusNanos(1000))
                .limit(LOOK)
                .withoutPayloads();
        Set<String> buckets = new TreeSet<>();
        records.scan(head).records().forEach(record -> buckets.add(record.key().partition()));
        if (buckets.isEmpty()) {
            return List.of();
        }
        String bucket = new ArrayList<>(buckets).get(dice.applyAsInt(buckets.size()));
        RecordPage page = records.scan(head.in(bucket).limit(limit));
        return page.records().stream()
                .map(record -> Job.read(queue, record.key().id()))
                .toList();
    }

    /** Claims those of the jobs that are still due and nobody else gets. */
    public List<Claim> claim(List<Job> jobs, Instant now, Instant leaseEnd) {
        Commit commit = records.begin();
        List<Claim> claims = stage(commit, jobs, now, leaseEnd);
        if (claims.isEmpty() || commit.run()) {
            return claims;
        }
        List<Claim> single = new ArrayList<>();
        for (Job job : jobs) {
            Commit one = records.begin();
            List<Claim> claim = stage(one, List.of(job), now, leaseEnd);
            if (!claim.isEmpty() && one.run()) {
                single.addAll(claim);
            }
        }
        return single;
    }

    /** Claims a job whether due or not, unless somebody is doing it. */
    public Optional<Claim> claimNow(Job job, Instant now, Instant leaseEnd) {
        ring(job, now);
        return claim(List.of(job), now, leaseEnd).stream().findFirst();
    }

    /**
     * A claim on a job for doing something else under it.
     *
     * @param claim the claim
     * @param again when the job itself is due, as before
     */
    public record Borrowed(Claim claim, Optional<Instant> again) {}

    /** Claims a job, due or not, for doing something else under its claim; absent where somebody is doing it. */
    public Optional<Borrowed> borrow(Job job, Instant now, Instant leaseEnd) {
        Optional<StoredRecord> found = records.read(key(job));
        Fields fields = found.map(record -> Fields.of(record.payload())).orElseGet(Fields::none);
        boolean lapsed = found.filter(record -> !record.at().isAfter(now)).isPresent();
        if (fields.has("claim") && !lapsed) {
            return Optional.empty();
        }
        // Whoever held it and did not finish leaves it to be done now.
        Optional<Instant> again = found.map(record -> lapsed ? now : record.at());
        String token = Long.toString(records.fresh(), 36);
        int attempts = fields.count("attempts");
        Commit commit = records.begin();
        long version = commit.put(
                key(job),
                leaseEnd,
                fields.put("claim", token).put("dirty", false).bytes(),
                found.map(DueRecords::expect).orElseGet(Expect::absent));
        return commit.run()
                ? Optional.of(new Borrowed(new Claim(job, token, version, attempts), again))
                : Optional.empty();
    }

    private List<Claim> stage(Commit commit, List<Job> jobs, Instant now, Instant leaseEnd) {
        List<Claim> claims = new ArrayList<>();
        for (StoredRecord record :
                records.read(jobs.stream().map(DueRecords::key).toList()).values()) {
            if (!record.at().isAfter(now)) {
                Fields fields = Fields.of(record.payload());
                String token = Long.toString(records.fresh(), 36);
                int attempts = fields.count("attempts");
                fields.put("claim", token).put("dirty", false);
                long version = commit.put(record.key(), leaseEnd, fields.bytes(), expect(record));
                String queue = record.key().collection().substring(Keyspace.DUE.length() + 1);
                claims.add(new Claim(Job.read(queue, record.key().id()), token, version, attempts));
            }
        }
        return claims;
    }

    /** Extends a lease; returns whether the claim is still this one. */
    public boolean renew(Claim claim, Instant leaseEnd) {
        return change(
                claim, (commit, record, fields) -> commit.put(record.key(), leaseEnd, fields.bytes(), expect(record)));
    }

    /** Ends a claim: the job is done, or due again then. A bell that rang meanwhile makes it due now. */
    public void finish(Claim claim, Optional<Instant> again, int attempts, Instant now) {
        change(claim, (commit, record, fields) -> {
            if (fields.flag("dirty") || again.isPresent()) {
                Instant at = fields.flag("dirty") ? now : again.orElse(now);
                Fields left = Fields.none();
                if (attempts > 0) {
                    left.put("attempts", attempts);
                }
                commit.put(record.key(), at, left.bytes(), expect(record));
            } else {
                commit.delete(record.key(), record.version());
            }
        });
    }

    /**
     * Makes a commit happen and ends a claim with it, the job due again then; returns whether both happened. Neither does
     * where a bell rang since the claim was made, or its lease was renewed.
     */
    boolean finishWith(Commit commit, Claim claim, Instant again) {
        Commit both = commit.copy();
        both.put(key(claim.job()), again, Fields.none().bytes(), Expect.version(claim.version()));
        return both.run();
    }

    private boolean change(Claim claim, Change change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<StoredRecord> record = records.read(key(claim.job()));
            Optional<Fields> fields = record.map(found -> Fields.of(found.payload()));
            if (fields.isEmpty() || !fields.get().text("claim").equals(claim.token())) {
                return false;
            }
            Commit commit = records.begin();
            change.apply(commit, record.get(), fields.get());
            if (commit.run()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes jobs due now that stand further ahead than anything is put on purpose, page by page; returns how many. More
     * than 64,000 are left to the next time, so that other work gets its turn.
     */
    public int rescue(String queue, Instant now) {
        Scan far =
                Scan.of(collection(queue)).from(now.plus(FARTHEST)).limit(LOOK).withoutPayloads();
        int rescued = 0;
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MOST_RESCUE_PAGES; page++) {
            RecordPage lost = records.scan(after.map(far::after).orElse(far));
            lost.records().forEach(record -> free(record, now));
            rescued += lost.records().size();
            after = lost.next();
            if (after.isEmpty()) {
                break;
            }
        }
        return rescued;
    }

    private void free(StoredRecord record, Instant now) {
        Commit commit = records.begin();
        commit.put(record.key(), now, Fields.none().bytes(), expect(record));
        commit.run();
    }

    /** Makes every claimed job due now, whoever has claimed it; only for a node that knows it is alone. */
    public void freeAll(String queue, Instant now) {
        List<StoredRecord> claimed = new ArrayList<>();
        records.each(Scan.of(collection(queue)), record -> {
            if (Fields.of(record.payload()).has("claim")) {
                claimed.add(record);
            }
        });
        claimed.forEach(record -> free(record, now));
    }

    /** Returns when the next job of a queue is due. */
    public Optional<Instant> next(String queue) {
        Scan head = Scan.of(collection(queue)).limit(1).withoutPayloads();
        return records.scan(head).records().stream().map(StoredRecord::at).findFirst();
    }

    /** Forgets all jobs of a queue. */
    public void forgetAll(String queue) {
        records.removeAll(Scan.of(collection(queue)));
    }

    /** Forgets a job whatever its state. */
    public void forget(Job job) {
        records.read(key(job)).ifPresent(record -> {
            Commit commit = records.begin();
            commit.delete(record.key(), record.version());
            commit.run();
        });
    }

    private static Expect expect(StoredRecord record) {
        return Expect.version(record.version());
    }

    private static String collection(String queue) {
        return Keyspace.DUE + "-" + queue;
    }

    private static RecordKey key(Job job) {
        String id = job.id();
        String bucket = Integer.toString(Math.floorMod(id.hashCode(), BUCKETS));
        return new RecordKey(collection(job.queue()), bucket, id);
    }

    private interface Change {
        void apply(Commit commit, StoredRecord record, Fields fields);
    }
}
