package io.calendarsync.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.spi.store.RecordKey;
import java.nio.ByteBuffer;

/**
 * A key as one column: length and bytes of the collection, length and bytes of the partition, bytes of the id. Within a
 * partition it sorts as the id does.
 *
 * <p>One column, because an index for scans that shares columns with the primary key looks as good for a look-up to a
 * planner without statistics, and then reads a whole partition for each key.
 */
final class KeyBytes {

    private KeyBytes() {}

    static byte[] of(RecordKey key) {
        byte[] collection = key.collection().getBytes(UTF_8);
        byte[] partition = key.partition().getBytes(UTF_8);
        byte[] id = key.id().getBytes(UTF_8);
        return ByteBuffer.allocate(2 + collection.length + partition.length + id.length)
                .put((byte) collection.length)
                .put(collection)
                .put((byte) partition.length)
                .put(partition)
                .put(id)
                .array();
    }

    static RecordKey parse(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        String collection = text(buffer, buffer.get() & 0xff);
        String partition = text(buffer, buffer.get() & 0xff);
        return new RecordKey(collection, partition, text(buffer, buffer.remaining()));
    }

    private static String text(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, UTF_8);
    }
}
