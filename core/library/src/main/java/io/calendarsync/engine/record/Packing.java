package io.calendarsync.engine.record;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The outermost layer of a payload: its first byte tells whether the JSON stands as it is or deflated (RFC 1951).
 * Thread-safe.
 */
final class Packing {

    /** Below this the time to deflate costs more than the bytes it saves. */
    static final int DEFLATE_OVER = 4 * 1024;

    /** More than any payload may unpack to: eight times the largest that is written, so that limits may be raised. */
    static final int MOST_UNPACKED = 16 * 1024 * 1024;

    private static final byte PLAIN = '{';
    private static final byte DEFLATED = 1;

    private Packing() {}

    static byte[] pack(byte[] json) {
        if (json.length <= DEFLATE_OVER) {
            return json;
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(json);
            deflater.finish();
            byte[] packed = new byte[json.length];
            packed[0] = DEFLATED;
            int size = deflater.deflate(packed, 1, packed.length - 1);
            return deflater.finished() ? Arrays.copyOf(packed, size + 1) : json;
        } finally {
            deflater.end();
        }
    }

    static byte[] unpack(byte[] payload) {
        if (payload.length == 0) {
            throw new UnreadablePayload("payload is empty");
        }
        byte first = payload[0];
        if (first == PLAIN) {
            return payload;
        }
        if (first == DEFLATED) {
            return inflate(payload);
        }
        if (first > DEFLATED && first < ' ') {
            throw new NewerPayload("payload is packed in a way this build does not know: " + first, 0);
        }
        throw new UnreadablePayload("payload does not begin like one: " + first);
    }

    private static byte[] inflate(byte[] payload) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(payload, 1, payload.length - 1);
            ByteArrayOutputStream unpacked = new ByteArrayOutputStream(payload.length * 4);
            byte[] chunk = new byte[8 * 1024];
            while (!inflater.finished()) {
                int size = inflater.inflate(chunk);
                if (size == 0 && !inflater.finished()) {
                    throw new UnreadablePayload("deflated payload is cut short");
                }
                unpacked.write(chunk, 0, size);
                if (unpacked.size() > MOST_UNPACKED) {
                    throw new UnreadablePayload("deflated payload unpacks to more than " + MOST_UNPACKED + " bytes");
                }
            }
            return unpacked.toByteArray();
        } catch (DataFormatException e) {
            throw new UnreadablePayload("deflated payload is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
