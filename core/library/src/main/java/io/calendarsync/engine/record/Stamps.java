package io.calendarsync.engine.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of stamped events, 16 bytes an event: an open-addressed table of digests. Immutable. Digests of 128 bits of
 * SHA-256 do not collide by chance or by a feed's intent.
 */
public final class Stamps {

    private final long[] table;
    private final int size;

    private Stamps(long[] table, int size) {
        this.table = table;
        this.size = size;
    }

    /** Returns no stamps. */
    public static Stamps none() {
        return new Collector().collect();
    }

    /** Returns how many events are stamped. */
    public int size() {
        return size;
    }

    /** Returns whether the event with that id is stamped. */
    public boolean containsEvent(String eventId) {
        return containsKey(Keys.of(eventId));
    }

    /** Returns whether the event that stands under that record id is stamped. */
    public boolean containsKey(String recordId) {
        ByteBuffer digest = ByteBuffer.wrap(Digest.bytes(recordId.getBytes(UTF_8)));
        long high = digest.getLong();
        long low = digest.getLong();
        return occupied(table, slot(table, high, low));
    }

    private static int slot(long[] table, long high, long low) {
        int mask = table.length / 2 - 1;
        int at = (int) high & mask;
        while (occupied(table, at) && (table[at * 2] != high || table[at * 2 + 1] != low)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private static boolean occupied(long[] table, int slot) {
        return table[slot * 2] != 0 || table[slot * 2 + 1] != 0;
    }

    /** Gathers stamps page by page. */
    static final class Collector {

        private final List<ByteBuffer> pages = new ArrayList<>();
        private int digests;

        void add(ByteBuffer page) {
            pages.add(page);
            digests += page.remaining() / 16;
        }

        Stamps collect() {
            int slots = Integer.highestOneBit(Math.max(8, digests * 2)) * 2;
            long[] table = new long[slots * 2];
            int size = 0;
            for (ByteBuffer page : pages) {
                while (page.remaining() >= 16) {
                    long high = page.getLong();
                    long low = page.getLong();
                    int at = slot(table, high, low);
                    if (!occupied(table, at)) {
                        table[at * 2] = high;
                        table[at * 2 + 1] = low;
                        size++;
                    }
                }
            }
            return new Stamps(table, size);
        }
    }
}
