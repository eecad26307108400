package io.calendarsync.ics.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A list of what somebody has looked at: a file of the corpus, what is found in it, how often, and a judgement. What is
 * found and not listed, or listed and not found, fails a test.
 */
final class Reviewed {

    private Reviewed() {}

    /** Returns how often what is expected, by file and kind. */
    static Map<String, Integer> read(String resource) {
        Map<String, Integer> expected = new TreeMap<>();
        try (InputStream in = Reviewed.class.getResourceAsStream(resource)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] columns = line.split("\t");
                if (!line.startsWith("#") && columns.length == 4) {
                    expected.put(columns[0] + " " + columns[1], Integer.valueOf(columns[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return expected;
    }

    static void count(Map<String, Integer> found, Corpus.Item item, String kind) {
        found.merge(item.name() + " " + kind, 1, Integer::sum);
    }
}
