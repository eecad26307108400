package io.calendarsync.examples.google;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands about accounts are told. */
final class StateOptions {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            required = true,
            description = "the folder accounts are kept in; made on first use, for the user alone")
    Path folder = Path.of("");

    @Option(names = "--json", description = "one JSON object a line")
    boolean json;

    @Mixin
    GoogleOptions google = new GoogleOptions();
}
