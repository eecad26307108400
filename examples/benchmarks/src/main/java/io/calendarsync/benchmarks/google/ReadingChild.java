package io.calendarsync.benchmarks.google;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The process in which a contestant reads. */
final class ReadingChild {

    private ReadingChild() {}

    /** Reads some times for nothing, then some times for the figures, one a line. */
    public static void main(String[] args) throws IOException {
        List<String> all = Arrays.asList(args);
        Contestant contestant = Contestant.valueOf(all.get(0));
        int warmups = Integer.parseInt(all.get(1));
        int measurements = Integer.parseInt(all.get(2));
        Entrance entrance = Entrance.of(all.subList(3, all.size()));
        for (int i = 0; i < warmups; i++) {
            contestant.read(entrance);
        }
        for (int i = 0; i < measurements; i++) {
            System.out.println(Turn.of(contestant, entrance).line());
        }
        System.out.flush();
        // Threads of HTTP clients would keep it for a while.
        System.exit(0);
    }
}
