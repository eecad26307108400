package io.calendarsync.sandbox.google.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.list.PageSizes.Size;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Cuts rows into pages: each but the last has a page token, the last one a sync token. */
final class Pages {

    private static final byte[] COMMA = ",".getBytes(UTF_8);

    private final ListTokens tokens;

    Pages(ListTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Returns a page.
     *
     * @param head the members of the list
     * @param rows what lies behind the walk's cursor
     * @param size how many rows
     * @param canBeFollowed whether the last page has a sync token
     */
    Answer page(ObjectNode head, Stream<Row> rows, Walk walk, ListScope scope, Size size, boolean canBeFollowed) {
        List<byte[]> pieces = new ArrayList<>(2 * size.rows() + 2);
        String cursor = walk.cursor();
        Iterator<Row> left = rows.iterator();
        pieces.add(new byte[0]);
        for (int row = 0; row < size.rows() && left.hasNext(); row++) {
            Row next = left.next();
            if (row > 0) {
                pieces.add(COMMA);
            }
            pieces.add(next.json());
            cursor = next.key();
        }
        if (size.saysMore() || left.hasNext()) {
            head.put("nextPageToken", tokens.page(scope, new Walk(walk.after(), walk.upTo(), cursor)));
        } else if (canBeFollowed) {
            head.put("nextSyncToken", tokens.sync(scope, walk.upTo()));
        }
        pieces.set(0, opened(head));
        pieces.add("]}".getBytes(UTF_8));
        return Answer.json(200, pieces);
    }

    /** The list without its last brace, and with an array that is open. */
    private static byte[] opened(ObjectNode head) {
        String text = new String(Json.bytes(head), UTF_8);
        return (text.substring(0, text.length() - 1) + ",\"items\":[").getBytes(UTF_8);
    }
}
