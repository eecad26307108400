package io.calendarsync.testkit.example;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** One commit in the journal: length, checksum, then what it puts and deletes. Expectations were checked before. */
final class JournalFrame {

    private static final int HEADER = 2 * Integer.BYTES;

    private JournalFrame() {}

    static long size(List<Write> batch) throws IOException {
        return HEADER + body(batch).length;
    }

    static void write(FileChannel file, List<Write> batch) throws IOException {
        byte[] body = body(batch);
        ByteBuffer frame = ByteBuffer.allocate(HEADER + body.length);
        frame.putInt(body.length).putInt(checksum(body)).put(body).flip();
        while (frame.hasRemaining()) {
            file.write(frame);
        }
    }

    /** Returns the commits up to the first frame that is not whole. */
    static List<List<Write>> readAll(FileChannel file) throws IOException {
        List<List<Write>> commits = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
            continue;
        }
        bytes.flip();
        while (bytes.remaining() >= HEADER) {
            int length = bytes.getInt();
            int checksum = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                break;
            }
            byte[] body = new byte[length];
            bytes.get(body);
            if (checksum(body) != checksum) {
                break;
            }
            commits.add(parse(body));
        }
        return commits;
    }

    private static byte[] body(List<Write> batch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (Write write : batch) {
            if (write instanceof Write.Put put) {
                out.writeByte('P');
                writeKey(out, put.key());
                writeRecord(out, put.record());
            } else if (write instanceof Write.Delete delete) {
                out.writeByte('D');
                writeKey(out, delete.key());
                out.writeLong(delete.expected());
            }
        }
        return bytes.toByteArray();
    }

    private static List<Write> parse(byte[] body) throws IOException {
        List<Write> batch = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
        while (in.available() > 0) {
            boolean put = in.readByte() == 'P';
            RecordKey key = new RecordKey(in.readUTF(), in.readUTF(), in.readUTF());
            batch.add(put ? new Write.Put(readRecord(in, key), Expect.any()) : new Write.Delete(key, in.readLong()));
        }
        return batch;
    }

    private static void writeKey(DataOutputStream out, RecordKey key) throws IOException {
        out.writeUTF(key.collection());
        out.writeUTF(key.partition());
        out.writeUTF(key.id());
    }

    private static void writeRecord(DataOutputStream out, StoredRecord record) throws IOException {
        out.writeLong(record.version());
        writeInstant(out, record.at());
        writeInstant(out, record.until());
        out.writeUTF(record.fingerprint());
        out.writeInt(record.payload().length);
        out.write(record.payload());
    }

    private static StoredRecord readRecord(DataInputStream in, RecordKey key) throws IOException {
        return new StoredRecord(
                key, in.readLong(), readInstant(in), readInstant(in), in.readUTF(), in.readNBytes(in.readInt()));
    }

    private static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static int checksum(byte[] body) {
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        return (int) checksum.getValue();
    }
}
