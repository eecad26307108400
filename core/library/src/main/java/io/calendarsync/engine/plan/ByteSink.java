package io.calendarsync.engine.plan;

import java.security.MessageDigest;
import java.util.Arrays;

/** A growing buffer for a form in which different values never give the same bytes. Confined to one thread. */
final class ByteSink {

    private byte[] bytes = new byte[1024];
    private int size;

    void clear() {
        size = 0;
    }

    void mark(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void flag(boolean value) {
        mark(value ? 1 : 0);
    }

    /** A constant counts by its name: its ordinal may differ between builds. */
    void constant(Enum<?> value) {
        text(value.name());
    }

    void number(int value) {
        room(4);
        bytes[size++] = (byte) (value >> 24);
        bytes[size++] = (byte) (value >> 16);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    void number(long value) {
        number((int) (value >> 32));
        number((int) value);
    }

    /** The length first, then UTF-16, which has room for half a pair. */
    void text(String value) {
        int length = value.length();
        number(length);
        room(length * 2);
        byte[] target = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            target[at++] = (byte) (c >> 8);
            target[at++] = (byte) c;
        }
        size = at;
    }

    /** What another sink holds, as it is. */
    void append(ByteSink other) {
        room(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    boolean sameAs(ByteSink other) {
        return Arrays.equals(bytes, 0, size, other.bytes, 0, other.size);
    }

    void digestInto(MessageDigest digest) {
        digest.update(bytes, 0, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
