package io.calendarsync.examples.feed;

import io.calendarsync.examples.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file of the user's that is written as a whole or stays as it was, for the user alone. */
final class WholeFile {

    private final Path file;
    private final Path folder;

    private WholeFile(Path file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /** Writes the content. */
    interface Content<T> {
        /** Writes it and tells what came of it. */
        T writeTo(OutputStream out) throws IOException;
    }

    /**
     * Returns a file that can be written.
     *
     * @throws Refusal if its folder is missing, or it is there and no file: a device or folder is never replaced
     */
    static WholeFile at(Path path) {
        Path file = path.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Refusal.usage("there is no folder for the file " + path);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Refusal.usage(path + " is there and no file");
        }
        return new WholeFile(file, folder);
    }

    /** Writes it, with what the content tells. */
    <T> T write(Content<T> content) throws IOException {
        Path draft = Files.createTempFile(folder, ".export-", ".new");
        try {
            T told;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                told = content.writeTo(out);
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return told;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
