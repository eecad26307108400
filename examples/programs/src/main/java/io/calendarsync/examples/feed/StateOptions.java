package io.calendarsync.examples.feed;

import io.calendarsync.examples.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands over a state folder are told. */
final class StateOptions {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    @Option(
            names = "--state",
            paramLabel = "DIR",
            required = true,
            description = "the folder feeds are kept in; made on first use, for the user alone")
    Path folder = Path.of("");

    @Option(names = "--json", description = "one JSON object a line")
    boolean json;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "take this for the time, such as 2026-03-01T09:00:00Z")
    @Nullable
    Instant now;

    InstantSource clock() {
        if (now == null) {
            return InstantSource.system();
        }
        if (now.isBefore(EARLIEST) || now.isAfter(LATEST)) {
            throw Refusal.usage("--now must be between the years 1970 and 9000");
        }
        return InstantSource.fixed(now);
    }
}
