package io.calendarsync.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process that commits as fast as it can is killed with SIGKILL; what it acknowledged is there afterwards.
 *
 * <p>H2 2.5.252 fails this: it names the chunk before the last in the file's header, and forgets the last commits where
 * they were written into a gap of the file. Rows of changing sizes and no retention make gaps in no time.
 */
class H2KillTest {

    private static final int KILLS = 6;
    private static final int MOST_BYTES = 20_000;

    @TempDir
    private Path folder;

    @Test
    void killedWriter_leavesWhatItAcknowledgedAndNoHalfBatch() throws Exception {
        Path file = folder.resolve("state");
        SplittableRandom random = new SplittableRandom(11);
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = runAndKill(file, 5 + random.nextInt(60));
            long found = version(file);
            assertThat(acknowledged).isGreaterThan(before);
            assertThat(found).isBetween(acknowledged, acknowledged + 1);
            before = found;
        }
    }

    private static long runAndKill(Path file, int lines) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process writer = new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = writer.inputReader()) {
            String last = "0";
            for (int i = 0; i < lines; i++) {
                last = String.valueOf(output.readLine());
            }
            // By its handle: the process itself would close its output along with it.
            writer.toHandle().destroyForcibly();
            assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
            // What it had printed and nobody had read was acknowledged too.
            List<String> rest = output.lines().collect(Collectors.toList());
            return Long.parseLong(rest.isEmpty() ? last : lastWhole(rest, last));
        } finally {
            writer.destroyForcibly();
        }
    }

    private static String lastWhole(List<String> rest, String before) {
        String last = rest.get(rest.size() - 1);
        return last.matches("[0-9]+") ? last : before;
    }

    private static long version(Path file) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(H2Url.durable(file), "", "");
        try {
            List<StoredRecord> records = JdbcSyncStore.h2(pool).read(Writer.keys());
            assertThat(records).hasSize(Writer.ROWS);
            assertThat(records)
                    .extracting(StoredRecord::version)
                    .containsOnly(records.get(0).version());
            return records.get(0).version();
        } finally {
            pool.dispose();
        }
    }

    /** Replaces the same rows again and again, each time all of them, and prints their version once it is committed. */
    static final class Writer {

        static final int ROWS = 20;

        private Writer() {}

        static List<RecordKey> keys() {
            List<RecordKey> keys = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                keys.add(TestRecords.key("row " + (10 + i)));
            }
            return keys;
        }

        public static void main(String[] arguments) {
            String url = H2Url.durable(Path.of(arguments[0])) + ";RETENTION_TIME=0";
            JdbcConnectionPool pool = JdbcConnectionPool.create(url, "", "");
            JdbcSyncStore store = JdbcSyncStore.h2(pool);
            store.createSchema();
            List<StoredRecord> found = store.read(keys());
            SplittableRandom random = new SplittableRandom(found.size());
            for (long version = found.isEmpty() ? 1 : found.get(0).version() + 1; ; version++) {
                List<Write> batch = new ArrayList<>();
                for (RecordKey key : keys()) {
                    Expect expect = version == 1 ? Expect.absent() : Expect.version(version - 1);
                    byte[] payload = new byte[random.nextInt(MOST_BYTES)];
                    random.nextBytes(payload);
                    batch.add(new Write.Put(TestRecords.record(key.id(), version, payload), expect));
                }
                if (!store.commit(batch).equals(CommitResult.committed())) {
                    throw new IllegalStateException("nobody else writes, yet the commit was stale");
                }
                System.out.println(version);
                System.out.flush();
            }
        }
    }
}
