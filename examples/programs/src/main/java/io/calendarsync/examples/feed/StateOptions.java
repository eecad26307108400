package io.calendarsync.examples.feed;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands over a state folder are told. */
final class StateOptions {

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
        return now == null ? InstantSource.system() : InstantSource.fixed(now);
    }
}
