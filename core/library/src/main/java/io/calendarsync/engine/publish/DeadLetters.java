package io.calendarsync.engine.publish;

import io.calendarsync.AuditEntry;
import io.calendarsync.DeadLetter;
import io.calendarsync.DeadLetterId;
import io.calendarsync.FaultSource;
import io.calendarsync.NotFound;
import io.calendarsync.Page;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.WriteOutcome;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Errand;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Paged;
import io.calendarsync.engine.record.PublicationRecords.Known;
import io.calendarsync.engine.record.PublicationRecords.Waiting;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Looks after writes that wait for the host. Thread-safe. */
public final class DeadLetters {

    private static final int TRIES = 10;

    private final Ledger ledger;
    private final InstantSource clock;

    /** Creates it. */
    public DeadLetters(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Returns a page of them. */
    public Page<DeadLetter> failed(Optional<OwnerId> owner, Optional<String> after, int limit) {
        Paged<Waiting> page = ledger.publications().waiting(after, limit);
        Optional<String> ownerKey = owner.map(Keyspace::ownerKey);
        List<DeadLetter> letters = page.items().stream()
                .filter(waiting -> ownerKey.isEmpty() || ownerKey.equals(Optional.of(ownerKeyOf(waiting.calendar()))))
                .flatMap(waiting -> letter(waiting).stream())
                .toList();
        return new Page<>(letters, page.next());
    }

    private Optional<DeadLetter> letter(Waiting waiting) {
        return ledger.publications()
                .find(waiting.id())
                .flatMap(known -> known.value()
                        .errandIn(waiting.calendar())
                        .filter(Errand::isStopped)
                        .map(errand -> new DeadLetter(
                                new DeadLetterId(
                                        waiting.id() + "." + waiting.calendar().value()),
                                known.value().hostKey(),
                                known.value().revision(),
                                waiting.calendar(),
                                WriteOutcome.Kind.valueOf(errand.stop()),
                                errand.trouble().message(),
                                errand.trouble().since())));
    }

    /** Tries one again. */
    public void retry(DeadLetterId id) {
        Instant now = clock.instant();
        change(id, "write-retried", errand -> Errand.due(errand.calendar(), now));
    }

    /** Gives one up. */
    public void drop(DeadLetterId id) {
        change(id, "write-dropped", Errand::dropped);
    }

    private void change(DeadLetterId id, String what, UnaryOperator<Errand> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Waiting waiting = read(id);
            Known known = ledger.publications().find(waiting.id()).orElseThrow(DeadLetters::notFound);
            Errand errand = known.value()
                    .errandIn(waiting.calendar())
                    .filter(Errand::isStopped)
                    .orElseThrow(DeadLetters::notFound);
            Instant now = clock.instant();
            Errand next = change.apply(errand);
            Commit commit = ledger.records().begin();
            ledger.publications().save(commit, known, Changes.errand(known.value(), next));
            if (!next.isDropped()) {
                ledger.due().put(commit, Job.publish(waiting.calendar().value()), now);
            }
            ledger.audit()
                    .append(
                            commit,
                            ownerKeyOf(waiting.calendar()),
                            new AuditEntry(
                                    now,
                                    "host",
                                    what,
                                    waiting.calendar().value(),
                                    known.value().hostKey() + ": " + errand.stop()));
            if (commit.run()) {
                return;
            }
        }
        throw new ProviderUnavailable(
                "It is being changed without pause: try again in a moment", FaultSource.unknown());
    }

    private static String ownerKeyOf(CalendarId calendar) {
        return Keyspace.ownerKeyOf(Keyspace.connectionOf(calendar));
    }

    private static Waiting read(DeadLetterId id) {
        int dot = id.value().indexOf('.');
        if (dot < 0) {
            throw notFound();
        }
        return new Waiting(
                new CalendarId(id.value().substring(dot + 1)), id.value().substring(0, dot));
    }

    private static NotFound notFound() {
        return new NotFound("Nothing waits for the host under this id (any more)", FaultSource.unknown());
    }
}
