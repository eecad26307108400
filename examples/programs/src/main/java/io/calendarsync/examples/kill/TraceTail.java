package io.calendarsync.examples.kill;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Watches a growing file for a text, reading each byte about once. */
final class TraceTail {

    private final Path file;
    private final String awaited;
    private long read;
    private String rest = "";

    TraceTail(Path file, byte[] awaited) {
        this.file = file;
        this.awaited = new String(awaited, US_ASCII);
    }

    boolean isThere() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] more = new byte[(int) (open.length() - read)];
            open.seek(read);
            open.readFully(more);
            read += more.length;
            String text = rest + new String(more, US_ASCII);
            rest = text.substring(Math.max(0, text.length() - awaited.length()));
            return text.contains(awaited);
        }
    }
}
