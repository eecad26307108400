package io.calendarsync.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the bundled tables of zone names: tab-separated columns, {@code #} starts a comment line. */
final class ZoneTable {

    private ZoneTable() {}

    static List<List<String>> rows(String resource) {
        try (InputStream in = Objects.requireNonNull(ZoneTable.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled table " + resource, e);
        }
    }
}
