package io.calendarsync.testkit.sim;

import io.calendarsync.engine.record.Fields;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees to it that no job has two holders, and that none is worked on after its lease. Confined. */
final class ClaimJudge {

    private record Held(String token, Instant end) {}

    private static final Pattern TELLS = Pattern.compile("(?:announce|deliver-(.+)):(.+-.+)");

    private final Supplier<Optional<Node>> working;
    private final Mirror mirror;
    private final Map<String, Map<String, Held>> held = new HashMap<>();

    ClaimJudge(Supplier<Optional<Node>> working, Mirror mirror) {
        this.working = working;
        this.mirror = mirror;
    }

    void judge(Write write, Optional<StoredRecord> before) {
        Optional<Node> node = working.get();
        if (write instanceof Write.Delete && before.isPresent()) {
            heard(before.get());
            told(before.get());
        }
        if (!(write instanceof Write.Put put) || node.isEmpty()) {
            return;
        }
        Fields next = Fields.of(put.record().payload());
        String token = next.text("claim");
        if (token.isEmpty()) {
            return;
        }
        String was =
                before.map(record -> Fields.of(record.payload()).text("claim")).orElse("");
        Instant now = node.get().clock().instant();
        if (!token.equals(was)) {
            // Whoever writes to a calendar does so under the claim of reading it, whether that is due or not.
            boolean free = name(put.key()).startsWith("pull:") && was.isEmpty();
            boolean due =
                    free || before.map(record -> !record.at().isAfter(now)).orElse(false);
            if (!due) {
                throw new Violation("a job was claimed that was not due: " + name(put.key()) + ", due at "
                        + before.map(StoredRecord::at) + " and it is " + now);
            }
        }
        // A bell that rings while a job is done writes the claim as it is.
        boolean moved =
                before.map(record -> !record.at().equals(put.record().at())).orElse(true);
        if (moved || !token.equals(was)) {
            held.computeIfAbsent(node.get().life(), none -> new HashMap<>())
                    .put(name(put.key()), new Held(token, put.record().at()));
        }
    }

    /** A bell that rang while a job was done is not forgotten at its end, as long as there is anybody to tell of anything. */
    private void heard(StoredRecord ended) {
        Fields fields = Fields.of(ended.payload());
        Matcher job = TELLS.matcher(name(ended.key()));
        if (fields.has("claim") && fields.flag("dirty") && job.matches()) {
            boolean log = mirror.fields(Mirror.calendarKey(job.group(2)))
                    .filter(calendar -> !calendar.flag("erased"))
                    .isPresent();
            boolean reader = job.group(1) == null || mirror.isSubscribed(job.group(1));
            CalendarJudge.require(!log || !reader, "a bell was forgotten that rang during " + name(ended.key()));
        }
    }

    /** A delivery ends when all is told, or parked, or a bell is going to ring. */
    private void told(StoredRecord ended) {
        Matcher job = TELLS.matcher(name(ended.key()));
        if (!job.matches() || job.group(1) == null || !mirror.isSubscribed(job.group(1))) {
            return;
        }
        String log = job.group(2);
        Optional<CalendarView> calendar = mirror.fields(Mirror.calendarKey(log))
                .filter(fields -> !fields.flag("erased"))
                .map(CalendarView::new);
        Optional<Fields> at = mirror.fields(new RecordKey(Mirror.PROGRESS, log, job.group(1)));
        boolean parked = at.filter(fields -> fields.flag("parked")).isPresent();
        if (calendar.isPresent() && !parked && !mirror.isAnnounced(log)) {
            long done = at.filter(
                            fields -> fields.text("epoch").equals(calendar.get().epoch()))
                    .filter(fields -> !fields.has("snapshot"))
                    .map(fields -> fields.number("done"))
                    .orElse(-1L);
            CalendarJudge.require(
                    done >= calendar.get().last(),
                    "a delivery ended at " + done + " of " + calendar.get().last() + ": " + name(ended.key()));
        }
    }

    /** A handler is about to be called: its node holds the lease, by its own clock at least. */
    void handlerCalled(Node node, String subscriber, String log) {
        String job = "deliver-" + subscriber + ":" + log;
        Held lease = held.getOrDefault(node.life(), Map.of()).get(job);
        if (lease == null) {
            throw new Violation("a handler was called by a node that holds no claim: " + job);
        }
        if (!node.clock().instant().isBefore(lease.end())) {
            throw new Violation("a handler was called after the lease had run out: " + job);
        }
    }

    private static String name(RecordKey key) {
        return key.id();
    }
}
