package io.calendarsync.google.internal.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the items of a page in one pass over its bytes, without making anything of them: most are not read at all, for what
 * is stored of them is what they say. A page is taken whole or not at all. Confined to one thread.
 */
final class PageScanner {

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] page;
    private final JsonParser parser;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private int nameless;

    private PageScanner(byte[] page, JsonParser parser) {
        this.page = page;
        this.parser = parser;
    }

    /**
     * Returns the items of a page.
     *
     * @throws IOException if it is no object of JSON, or not all of one
     */
    static ScannedPage scan(byte[] page) throws IOException {
        try (JsonParser parser = JSON.createParser(page)) {
            return new PageScanner(page, parser).whole();
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
        String id = "";
        String etag = "";
        String status = "";
        String series = "";
        String originalStart = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "id" -> id = text(value);
                case "etag" -> etag = text(value);
                case "status" -> status = text(value);
                case "recurringEventId" -> series = text(value);
                case "originalStartTime" -> originalStart = time(value);
                default -> parser.skipChildren();
            }
        }
        int until = offset(parser.currentLocation().getByteOffset());
        if (id.isEmpty()) {
            nameless++;
        } else {
            items.add(new Item(
                    page,
                    from,
                    until - from,
                    new Item.Marks(id, etag, status.equals("cancelled"), series, originalStart)));
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
