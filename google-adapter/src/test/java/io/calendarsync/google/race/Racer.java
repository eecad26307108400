package io.calendarsync.google.race;

import com.zaxxer.hikari.HikariDataSource;
import io.calendarsync.CalendarSync;
import io.calendarsync.SyncReport;
import io.calendarsync.google.GoogleProvider;
import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.store.jdbc.JdbcSyncStore;
import io.calendarsync.testkit.OpenCipher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A node in a process of its own: reads a calendar when it is told what time it is, and says what came of it. */
final class Racer {

    /** What an answer begins with; what else is printed is the libraries'. */
    static final String ANSWER = "> ";

    private Racer() {}

    /** What it takes to open the library over the common store. */
    static CalendarSync open(
            String jdbcUrl, String rootUrl, String tokenUrl, String client, String secret, InstantSource clock) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(jdbcUrl);
        database.setMaximumPoolSize(3);
        SyncStore store = JdbcSyncStore.postgresql(database);
        GoogleProvider google = GoogleProvider.builder(client, secret)
                .rootUrl(URI.create(rootUrl))
                .tokenUrl(URI.create(tokenUrl))
                .clock(clock)
                .build();
        return CalendarSync.builder()
                .store(store)
                .cipher(new OpenCipher())
                .provider(google)
                .clock(clock)
                .build();
    }

    public static void main(String[] args) throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        CalendarId calendar = new CalendarId(args[5]);
        try (CalendarSync sync = open(args[0], args[1], args[2], args[3], args[4], now::get);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(ANSWER + "ready");
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                now.set(Instant.parse(order));
                SyncReport report = sync.agenda().syncNow(calendar);
                System.out.println(ANSWER + report.outcome() + " " + report.trouble());
            }
        }
    }
}
