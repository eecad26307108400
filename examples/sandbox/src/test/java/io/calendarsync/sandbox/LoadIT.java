package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** It is large enough for tests of load. What it costs is printed, not judged. */
class LoadIT {

    private static final int MANY = 100_000;

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void a_hundred_thousand_events_are_paged_through() {
        try (GoogleSandbox sandbox = GoogleSandbox.start()) {
            SandboxCalendar calendar = sandbox.user("ada@example.com").primary();
            Wire wire = Wire.of(sandbox, "ada@example.com").unchecked();
            long start = System.nanoTime();
            for (int number = 0; number < MANY; number++) {
                calendar.add(
                        "{\"summary\": \"Event " + number
                                + "\", \"start\": {\"dateTime\": \"2026-01-10T09:00:00+01:00\"}, \"end\": {\"dateTime\": \"2026-01-10T10:00:00+01:00\"}}");
            }
            System.out.println("100,000 events made in " + millisSince(start) + " ms");

            start = System.nanoTime();
            long bytes = 0;
            int pages = 0;
            String page = "";
            do {
                Wire.Reply reply = wire.get("calendars/primary/events?maxResults=2500" + page);
                bytes += reply.text().length();
                pages++;
                int token = reply.text().indexOf("\"nextPageToken\":\"");
                page = token < 0
                        ? ""
                        : "&pageToken="
                                + reply.text()
                                        .substring(token + 17, reply.text().indexOf('"', token + 17));
            } while (!page.isEmpty());
            System.out.println(pages + " pages, " + bytes / 1_000_000 + " MB in " + millisSince(start) + " ms");

            start = System.nanoTime();
            long packed = 0;
            page = "";
            Wire packing = wire.with("Accept-Encoding", "gzip").with("User-Agent", "load (gzip)");
            do {
                byte[] body = packing.get("calendars/primary/events?maxResults=2500" + page)
                        .http()
                        .body();
                packed += body.length;
                String text = unpacked(body);
                int token = text.indexOf("\"nextPageToken\":\"");
                page = token < 0 ? "" : "&pageToken=" + text.substring(token + 17, text.indexOf('"', token + 17));
            } while (!page.isEmpty());
            System.out.println("packed, " + packed / 1_000_000 + " MB in " + millisSince(start) + " ms");

            assertThat(pages).isEqualTo(40);
            assertThat(bytes).isGreaterThan(MANY * 100L);
        }
    }

    @Test
    void a_hundred_thousand_people_fit() {
        try (GoogleSandbox sandbox = GoogleSandbox.start()) {
            System.gc();
            long before = used();
            String last = "";
            for (int number = 0; number < MANY; number++) {
                last = sandbox.user("user" + number + "@example.com")
                        .consent("calendar")
                        .accessToken();
            }
            System.gc();
            System.out.println("100,000 people with tokens take " + (used() - before) / 1_000_000 + " MB");

            long start = System.nanoTime();
            Wire wire = new Wire(sandbox, last).unchecked();
            for (int call = 0; call < 5_000; call++) {
                assertThat(wire.get("calendars/primary/events").status()).isEqualTo(200);
            }
            System.out.println("5,000 empty lists in " + millisSince(start) + " ms");
            assertThat(sandbox.users()).hasSize(MANY);
        }
    }

    private static String unpacked(byte[] body) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
