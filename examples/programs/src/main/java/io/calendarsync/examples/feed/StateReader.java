package io.calendarsync.examples.feed;

import io.calendarsync.examples.report.Progress;
import io.calendarsync.ics.AddressPolicy;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a state folder keeps, for programs that check it. */
public final class StateReader {

    private StateReader() {}

    /** Returns the titles of all events that are kept, by their UIDs. */
    public static Map<String, String> titles(Path folder) {
        Map<String, String> titles = new TreeMap<>();
        Progress silent = new Progress(new PrintWriter(Writer.nullWriter()));
        Run run = new Run(
                new Meter(Feeds.provider(AddressPolicy.publicOnly()), silent),
                InstantSource.system(),
                Optional.empty());
        try (StateDirectory state = StateDirectory.openExisting(folder, Map.of())) {
            for (StateDirectory.Drawer drawer : state.drawers()) {
                try (KeptFeed feed = KeptFeed.open(drawer, run, (told, delivery) -> {})) {
                    feed.eachEvent(event -> titles.put(event.uid(), event.title()));
                }
            }
        }
        return titles;
    }
}
