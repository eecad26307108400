package io.calendarsync.examples.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.calendarsync.examples.Refusal;
import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Notes in the file named by {@code CALENDARSYNC_TRACE} when a commit begins and ends, and how many changes were printed
 * by then: so that somebody who kills the process knows where it died and what it had acknowledged.
 *
 * <pre>
 * begin 7 calendar,event,log
 * end 7 calendar,event,log printed=0
 * </pre>
 */
final class Trace implements AutoCloseable {

    private final OutputStream file;
    private final LongSupplier printed;
    private long commits;

    private Trace(OutputStream file, LongSupplier printed) {
        this.file = file;
        this.printed = printed;
    }

    static Optional<Trace> open(Map<String, String> environment, LongSupplier printed) {
        String path = environment.get("CALENDARSYNC_TRACE");
        if (path == null) {
            return Optional.empty();
        }
        try {
            OutputStream file =
                    Files.newOutputStream(Path.of(path), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(new Trace(file, printed));
        } catch (IOException e) {
            throw Refusal.usage("the trace file cannot be written");
        }
    }

    SyncStore around(SyncStore store) {
        return new Traced(store);
    }

    private void note(String line) {
        try {
            file.write((line + "\n").getBytes(US_ASCII));
        } catch (IOException e) {
            throw Refusal.unreadable("the trace file cannot be written");
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw Refusal.unreadable("the trace file cannot be written");
        }
    }

    private final class Traced implements SyncStore {

        private final SyncStore store;

        Traced(SyncStore store) {
            this.store = store;
        }

        @Override
        public StoreLimits limits() {
            return store.limits();
        }

        @Override
        public List<StoredRecord> read(Collection<RecordKey> keys) {
            return store.read(keys);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            String what = ++commits + " "
                    + batch.stream()
                            .map(write -> write.key().collection())
                            .collect(Collectors.toCollection(TreeSet::new))
                            .stream()
                            .collect(Collectors.joining(","));
            note("begin " + what);
            CommitResult result = store.commit(batch);
            note("end " + what + " printed=" + printed.getAsLong());
            return result;
        }

        @Override
        public RecordPage scan(Scan scan) {
            return store.scan(scan);
        }
    }
}
