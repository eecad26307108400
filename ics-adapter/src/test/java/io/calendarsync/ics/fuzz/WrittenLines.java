package io.calendarsync.ics.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Holds a written calendar to its form: lines of at most 75 octets, components that begin and end, no events but ours. */
final class WrittenLines {

    private static final int MOST_OCTETS = 75;

    private WrittenLines() {}

    static void require(byte[] body, long events) {
        int start = 0;
        for (int i = 0; i < body.length; i++) {
            boolean end = body[i] == '\r' && i + 1 < body.length && body[i + 1] == '\n';
            require(end || (body[i] != '\r' && body[i] != '\n') || body[i - 1] == '\r', "a line end that is none");
            if (end) {
                require(i > start && i - start <= MOST_OCTETS, "a line of " + (i - start) + " octets");
                start = i + 2;
            }
        }
        require(start == body.length, "a line without an end");
        requireComponents(new String(body, StandardCharsets.UTF_8).replace("\r\n ", ""), events);
    }

    private static void requireComponents(String text, long events) {
        Deque<String> open = new ArrayDeque<>();
        long found = 0;
        for (String line : text.split("\r\n", -1)) {
            if (line.startsWith("BEGIN:")) {
                open.push(line.substring(6));
                found += line.equals("BEGIN:VEVENT") ? 1 : 0;
            } else if (line.startsWith("END:")) {
                require(line.substring(4).equals(open.poll()), "a component that ends another");
            } else {
                require(line.isEmpty() || line.indexOf(':') > 0, "no content line");
            }
        }
        require(open.isEmpty() && found == events, found + " events instead of " + events);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("written was " + otherwise);
        }
    }
}
