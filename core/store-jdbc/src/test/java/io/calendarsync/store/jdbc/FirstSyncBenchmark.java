package io.calendarsync.store.jdbc;

import io.calendarsync.CalendarSync;
import io.calendarsync.EventChange;
import io.calendarsync.Page;
import io.calendarsync.SyncEvent;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Measures the first sync of a calendar into PostgreSQL against bare JDBC batches of the very records it left, in one
 * run: as they came, page by page, and once more in the order an index likes best, which nobody knows beforehand. Run its
 * {@code main} with the test class path; the arguments are numbers of events.
 */
final class FirstSyncBenchmark {

    private static final int TURNS = 3;
    private static final int MILLIS_BETWEEN_LOOKS = 200;
    private static final int PAGE = 450;
    private static final OwnerId ANNA = new OwnerId("anna");

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
            benchmark.time(sizes.get(0));
            for (int size : sizes) {
                for (int turn = 0; turn < TURNS; turn++) {
                    System.out.println(benchmark.time(size));
                }
                System.out.println(benchmark.heap(size));
            }
        }
    }

    private String time(int events) throws SQLException {
        String table = TestTables.fresh();
        JdbcSyncStore store = JdbcSyncStore.postgresql(server.pool()).table(table);
        store.createSchema();
        CalendarSync sync = sync(store, calendars(events));
        execute("checkpoint");
        long start = System.nanoTime();
        run(sync, events);
        double seconds = (System.nanoTime() - start) / 1e9;
        double asTheyCame = bare(asTheyCame(sync, store));
        double byTime = bare(byTime(store));
        execute("drop table " + table);
        return String.format(
                Locale.ROOT,
                "%d events: sync %.2f s; bare batches of the same records as they came %.2f s, ratio %.2f; all events by"
                        + " their start, then the log %.2f s, ratio %.2f",
                events,
                seconds,
                asTheyCame,
                seconds / asTheyCame,
                byTime,
                seconds / byTime);
    }

    /** Collects every now and then while a sync runs, and keeps the most that was found alive. */
    private String heap(int events) throws Exception {
        String table = TestTables.fresh();
        JdbcSyncStore store = JdbcSyncStore.postgresql(server.pool()).table(table);
        store.createSchema();
        CalendarSync sync = sync(store, calendars(events));
        long before = live();
        long[] most = {0};
        Thread watcher = new Thread(() -> {
            try {
                while (true) {
                    most[0] = Math.max(most[0], live());
                    Thread.sleep(MILLIS_BETWEEN_LOOKS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watcher.start();
        run(sync, events);
        watcher.interrupt();
        watcher.join();
        execute("drop table " + table);
        return String.format(
                Locale.ROOT,
                "%d events: at most %.1f MB more alive during the sync than before it",
                events,
                (most[0] - before) / 1e6);
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static FakeCalendars calendars(int events) {
        FakeCalendars fake = new FakeCalendars(InstantSource.system());
        FakeCalendar calendar = fake.account("anna")
                .calendar("work")
                .behave(Behaviour.builder().pageSize(PAGE).build());
        for (int i = 0; i < events; i++) {
            LocalDateTime start = LocalDateTime.of(2026, 1, 1, 8, 0).plusMinutes(30L * (i % 17_000));
            String title = "Event number " + i;
            Text text = Text.plain("What is to be said about event number " + i + " is not much. ".repeat(5));
            calendar.create(
                    EventTime.Timed.of(start, ZoneId.of("Europe/Berlin"), Duration.ofHours(1)),
                    builder -> builder.title(title).description(text));
        }
        return fake;
    }

    private static CalendarSync sync(JdbcSyncStore store, FakeCalendars fake) {
        return CalendarSync.builder()
                .store(store)
                .cipher(AesGcmRecordCipher.of("k1", new byte[32]))
                .provider(new FakeProvider(fake))
                .build();
    }

    private static void run(CalendarSync sync, int events) {
        CalendarId id = sync.connections()
                .connectFeed(ANNA, URI.create("fake://host/anna"), ZoneOffset.UTC)
                .calendar()
                .id();
        SyncReport report = sync.agenda().syncNow(id);
        while (report.outcome() == SyncReport.Outcome.MORE) {
            report = sync.agenda().syncNow(id);
        }
        int stored = sync.operations().diagnose(id).calendar().events();
        if (stored != events) {
            throw new IllegalStateException(report + ", " + stored + " events stored");
        }
    }

    /** Returns the events and entries of each page, sorted by key as the engine commits them. */
    private static List<List<StoredRecord>> asTheyCame(CalendarSync sync, JdbcSyncStore store) {
        Map<String, StoredRecord> events = new HashMap<>();
        all(store, "event").forEach(record -> events.put(record.key().id(), record));
        Map<String, StoredRecord> entries = new HashMap<>();
        all(store, "log").forEach(record -> entries.put(record.key().id(), record));
        List<List<StoredRecord>> batches = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        while (!events.isEmpty()) {
            Page<SyncEvent> page = sync.feed().after(ANNA, cursor, PAGE);
            List<StoredRecord> batch = new ArrayList<>();
            for (SyncEvent entry : page.items()) {
                if (entry instanceof EventChange change) {
                    String number = String.format(
                            "%s.%019d",
                            entry.position().epoch(), entry.position().number());
                    batch.add(entries.remove(number));
                    batch.add(events.remove(change.after().orElseThrow().ref().eventId()));
                }
            }
            batch.sort((one, other) -> one.key().compareTo(other.key()));
            batches.add(batch);
            cursor = page.next();
        }
        return batches;
    }

    private static List<List<StoredRecord>> byTime(JdbcSyncStore store) {
        List<List<StoredRecord>> batches = new ArrayList<>();
        for (String collection : List.of("event", "log")) {
            List<StoredRecord> records = all(store, collection);
            for (int from = 0; from < records.size(); from += 2 * PAGE) {
                batches.add(records.subList(from, Math.min(records.size(), from + 2 * PAGE)));
            }
        }
        return batches;
    }

    private static List<StoredRecord> all(JdbcSyncStore store, String collection) {
        List<StoredRecord> records = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Scan scan = Scan.of(collection).limit(1000);
            RecordPage page = store.scan(after.map(scan::after).orElse(scan));
            records.addAll(page.records());
            after = page.next();
        } while (after.isPresent());
        return records;
    }

    private double bare(List<List<StoredRecord>> batches) throws SQLException {
        String table = TestTables.fresh();
        JdbcSyncStore.postgresql(server.pool()).table(table).createSchema();
        execute("checkpoint");
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
}
