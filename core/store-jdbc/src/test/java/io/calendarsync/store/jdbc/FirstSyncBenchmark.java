package io.calendarsync.store.jdbc;

import io.calendarsync.CalendarSync;
import io.calendarsync.SyncReport;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.OwnerId;
import io.calendarsync.model.Text;
import io.calendarsync.spi.store.AesGcmRecordCipher;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.FakeCalendars;
import io.calendarsync.testkit.provider.FakeProvider;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures the first sync of a calendar into PostgreSQL against a bare JDBC batch of the very records it left, in one
 * run. Run its {@code main} with the test class path; the arguments are numbers of events.
 */
final class FirstSyncBenchmark {

    private static final int TURNS = 3;

    private final PostgresqlServer server;

    private FirstSyncBenchmark(PostgresqlServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = new ArrayList<>();
        for (String argument : arguments.length == 0 ? new String[] {"10000", "100000"} : arguments) {
            sizes.add(Integer.parseInt(argument));
        }
        try (PostgresqlServer server = PostgresqlServer.start()) {
            FirstSyncBenchmark benchmark = new FirstSyncBenchmark(server);
            benchmark.run(sizes.get(0), false);
            for (int size : sizes) {
                benchmark.run(size, true);
            }
        }
    }

    private void run(int events, boolean print) throws SQLException {
        for (int turn = 0; turn < (print ? TURNS : 1); turn++) {
            String table = TestTables.fresh();
            JdbcSyncStore store = JdbcSyncStore.postgresql(server.pool()).table(table);
            store.createSchema();
            FakeCalendars fake = new FakeCalendars(InstantSource.system());
            FakeCalendar calendar = fake.account("anna")
                    .calendar("work")
                    .behave(Behaviour.builder().pageSize(450).build());
            for (int i = 0; i < events; i++) {
                LocalDateTime start = LocalDateTime.of(2026, 1, 1, 8, 0).plusMinutes(30L * (i % 17_000));
                String title = "Event number " + i;
                Text text = Text.plain("What is to be said about event number " + i + " is not much. ".repeat(5));
                calendar.create(
                        EventTime.Timed.of(start, ZoneId.of("Europe/Berlin"), Duration.ofHours(1)),
                        builder -> builder.title(title).description(text));
            }
            System.gc();
            long live = used();
            resetPeaks();
            double sync = sync(store, fake, events);
            long peak = peak() - live;
            List<List<StoredRecord>> records = records(store);
            long count = records.stream().mapToLong(List::size).sum();
            execute("checkpoint");
            double bare = bare(records);
            if (print) {
                System.out.printf(
                        Locale.ROOT,
                        "%d events, %d records: sync %.2f s, bare batch %.2f s, ratio %.2f, heap over the provider's own %d MB%n",
                        events,
                        count,
                        sync,
                        bare,
                        sync / bare,
                        peak / 1_000_000);
            }
            execute("drop table " + table);
        }
    }

    private double sync(JdbcSyncStore store, FakeCalendars fake, int events) {
        CalendarSync sync = CalendarSync.builder()
                .store(store)
                .cipher(AesGcmRecordCipher.of("k1", new byte[32]))
                .provider(new FakeProvider(fake))
                .build();
        long start = System.nanoTime();
        CalendarId id = sync.connections()
                .connectFeed(new OwnerId("anna"), URI.create("fake://host/anna"), ZoneOffset.UTC)
                .calendar()
                .id();
        SyncReport report = sync.agenda().syncNow(id);
        while (report.outcome() == SyncReport.Outcome.MORE) {
            report = sync.agenda().syncNow(id);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int stored = sync.operations().diagnose(id).calendar().events();
        if (stored != events) {
            throw new IllegalStateException(report + ", " + stored + " events stored");
        }
        return seconds;
    }

    private static List<List<StoredRecord>> records(JdbcSyncStore store) {
        List<List<StoredRecord>> batches = new ArrayList<>();
        for (String collection : List.of("event", "log")) {
            Optional<String> after = Optional.empty();
            do {
                Scan scan = Scan.of(collection).limit(1000);
                RecordPage page = store.scan(after.map(scan::after).orElse(scan));
                batches.add(page.records());
                after = page.next();
            } while (after.isPresent());
        }
        return batches;
    }

    private double bare(List<List<StoredRecord>> batches) throws SQLException {
        String table = TestTables.fresh();
        JdbcSyncStore.postgresql(server.pool()).table(table).createSchema();
        String url = server.url() + "&reWriteBatchedInserts=true";
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            String sql = "insert into " + table + " (" + Columns.ALL + ") values (?, ?, ?, ?, ?, ?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (List<StoredRecord> batch : batches) {
                    for (StoredRecord record : batch) {
                        Columns.set(statement, record);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                    connection.commit();
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        execute("drop table " + table);
        return seconds;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long used() {
        return heapPools().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static void resetPeaks() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** What was live after the collections that happened, at most: garbage waiting for a collection does not count. */
    private static long peak() {
        System.gc();
        return heapPools().stream()
                .mapToLong(pool -> pool.getCollectionUsage() == null
                        ? 0
                        : pool.getCollectionUsage().getUsed())
                .sum();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
