package io.calendarsync.google.internal.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.google.internal.json.Json;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the items of a page in one pass over its bytes. Of a list that is read again nothing is made of them, for what is
 * stored of most is what they say; where they will be read, what their events are read from is gathered in the same pass. A
 * page is taken whole or not at all. Confined to one thread.
 */
final class PageScanner {

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] page;
    private final JsonParser parser;
    private final boolean reading;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private int nameless;

    private PageScanner(byte[] page, JsonParser parser, boolean reading) {
        this.page = page;
        this.parser = parser;
        this.reading = reading;
    }

    /**
     * Returns the items of a page.
     *
     * @throws IOException if it is no object of JSON, or not all of one
     */
    static ScannedPage scan(byte[] page) throws IOException {
        try (JsonParser parser = JSON.createParser(page)) {
            return new PageScanner(page, parser, false).whole();
        }
    }

    /**
     * Returns the items of a page of events that will be read. One that has a value nobody can hold is left to be found out
     * when it is read, and does not spoil the page.
     *
     * @throws IOException if it is no object of JSON, or not all of one
     */
    static ScannedPage read(byte[] page) throws IOException {
        try (JsonParser parser = JSON.createParser(page)) {
            return new PageScanner(page, parser, true).whole();
        } catch (IOException unreadable) {
            return scan(page);
        }
    }

    private ScannedPage whole() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new StreamCorruptedException("a page is an object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                items();
            } else if (value == JsonToken.VALUE_STRING) {
                texts.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new StreamCorruptedException("something follows the page");
        }
        return new ScannedPage(items, nameless, texts);
    }

    private void items() throws IOException {
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (next == JsonToken.START_OBJECT) {
                item();
            } else {
                nameless++;
                parser.skipChildren();
            }
        }
    }

    private void item() throws IOException {
        int from = offset(parser.currentTokenLocation().getByteOffset());
        Optional<ObjectNode> members = reading ? Optional.of(Json.wideObject()) : Optional.empty();
        ItemMarks marks = new ItemMarks();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (members.isPresent() && EventReader.reads(name)) {
                JsonNode member = Json.value(parser);
                members.get().set(name, member);
                marks.see(name, member);
            } else {
                see(name, value, marks);
            }
        }
        int until = offset(parser.currentLocation().getByteOffset());
        Item.Marks seen = marks.marks();
        if (seen.id().isEmpty()) {
            nameless++;
        } else {
            items.add(new Item(page, from, until - from, seen, members));
        }
    }

    private void see(String name, JsonToken value, ItemMarks marks) throws IOException {
        switch (name) {
            case "id" -> marks.id = text(value);
            case "etag" -> marks.etag = text(value);
            case "status" -> marks.status = text(value);
            case "recurringEventId" -> marks.series = text(value);
            case "originalStartTime" -> marks.originalStart = time(value);
            default -> parser.skipChildren();
        }
    }

    private String text(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return "";
    }

    /** Returns the time of an EventDateTime, or its date. */
    private String time(JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return "";
        }
        String time = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken member = parser.nextToken();
            if (name.equals("dateTime") || (name.equals("date") && time.isEmpty())) {
                time = text(member);
            } else {
                parser.skipChildren();
            }
        }
        return time;
    }

    /** Only in UTF-8, which JSON is in (RFC 8259 section 8.1), does the parser know where it is. */
    private static int offset(long at) throws IOException {
        if (at < 0) {
            throw new StreamCorruptedException("a page is in UTF-8");
        }
        return Math.toIntExact(at);
    }
}
