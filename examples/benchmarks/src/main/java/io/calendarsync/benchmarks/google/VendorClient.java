package io.calendarsync.benchmarks.google;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.Events;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The vendor's client over the transport it recommends, asking what the adapter asks. Confined to one thread. */
final class VendorClient {

    private static final JsonFactory JSON = new JsonFactory();

    /** Page tokens come before the items; so much of a page is looked at. */
    private static final int HEAD = 4_096;

    private static final Pattern NEXT = Pattern.compile("\"nextPageToken\"\\s*:\\s*\"([^\"]+)\"");

    private final Entrance entrance;
    private final Calendar calendar;

    VendorClient(Entrance entrance) {
        this.entrance = entrance;
        this.calendar = new Calendar.Builder(
                        new NetHttpTransport(),
                        GsonFactory.getDefaultInstance(),
                        request -> request.getHeaders().setAuthorization("Bearer " + entrance.accessToken()))
                .setRootUrl(entrance.root().toString())
                .setApplicationName("CalendarSync-Benchmark")
                .build();
    }

    private Calendar.Events.List request(@Nullable String page) throws IOException {
        Calendar.Events.List list = calendar.events()
                .list(entrance.calendar())
                .setMaxResults(Entrance.PAGE)
                .setTimeMin(new DateTime(false, Entrance.FROM.toEpochMilli(), 0));
        if (page != null) {
            list.setPageToken(page);
        }
        list.setPrettyPrint(false);
        return list;
    }

    /** Reads every page and throws its bytes away; returns how many they were. */
    long discard() throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        String page = null;
        do {
            try (InputStream in = request(page).executeAsInputStream()) {
                int head = in.readNBytes(buffer, 0, HEAD);
                Matcher next = NEXT.matcher(new String(buffer, 0, head, StandardCharsets.UTF_8));
                page = next.find() ? next.group(1) : null;
                bytes += head;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                }
            }
        } while (page != null);
        return bytes;
    }

    /** Looks at every token of every page and keeps none; returns how many events there were. */
    int scan() throws IOException {
        int events = 0;
        String page = null;
        do {
            String next = null;
            try (InputStream in = request(page).executeAsInputStream();
                    JsonParser parser = JSON.createParser(in)) {
                int depth = 0;
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                    events += depth == 3 && token == JsonToken.START_OBJECT ? 1 : 0;
                    if (depth == 1
                            && token == JsonToken.VALUE_STRING
                            && parser.currentName().equals("nextPageToken")) {
                        next = parser.getText();
                    }
                }
            }
            page = next;
        } while (page != null);
        // The reminders of the calendar are objects too, one on each page.
        return events - (entrance.events() + Entrance.PAGE - 1) / Entrance.PAGE;
    }

    /** Reads every page into the vendor's classes; returns how many events there were. */
    int typed() throws IOException {
        int events = 0;
        String page = null;
        do {
            Events read = request(page).execute();
            events += read.getItems().size();
            page = read.getNextPageToken();
        } while (page != null);
        return events;
    }
}
