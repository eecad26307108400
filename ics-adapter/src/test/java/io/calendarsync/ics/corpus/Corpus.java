package io.calendarsync.ics.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Calendars that somebody once published, kept beside the checkout. Tests without them are skipped. */
final class Corpus {

    private final Path folder;

    private Corpus(Path folder) {
        this.folder = folder;
    }

    /** What a file is said to be. */
    enum Kind {
        CALENDAR,
        FRAGMENT,
        FUZZ
    }

    /**
     * One file.
     *
     * @param name its path within the corpus
     */
    record Item(String name, Kind kind) {}

    static Corpus find() {
        Path folder = Path.of(System.getProperty("calendarsync.shared", "../../shared"), "data", "ics-corpus");
        assumeTrue(Files.isDirectory(folder), "no corpus at " + folder);
        return new Corpus(folder);
    }

    static Corpus in(Path folder) {
        return new Corpus(folder);
    }

    Path folder() {
        return folder.toAbsolutePath();
    }

    List<Item> items(Kind kind) {
        return lines(folder.resolve("manifest.tsv")).stream()
                .map(row -> row.split("\t"))
                .filter(columns -> columns[1].equalsIgnoreCase(kind.name()))
                .map(columns -> new Item(columns[0], kind))
                .toList();
    }

    byte[] bytes(Item item) {
        try {
            return Files.readAllBytes(folder.resolve(item.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
