package io.calendarsync.engine.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Payloads as version 1 wrote them: a line each, a name and the JSON. Stores hold such, so they stay readable. */
public final class GoldenPayloads {

    private GoldenPayloads() {}

    public static Map<String, byte[]> read(String file) {
        try (InputStream in = GoldenPayloads.class.getResourceAsStream("/payloads/" + file)) {
            Map<String, byte[]> payloads = new LinkedHashMap<>();
            Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .map(line -> line.split("\t", 2))
                    .forEach(parts -> payloads.put(parts[0], parts[1].getBytes(StandardCharsets.UTF_8)));
            return payloads;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
