package io.calendarsync.benchmarks.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of generated series, expanded by us, by ical4j and by biweekly. We agree with a peer where the first sixty
 * instances are the same instants; where we differ, the kind of difference is listed.
 */
class AgreementIT {

    private static final int SERIES = 5_000;

    private final Witness ours = new OurWitness();
    private final List<Witness> peers = List.of(new Ical4jWitness(), new BiweeklyWitness());
    private final Map<String, Integer> agreements = new TreeMap<>();
    private final Map<String, Integer> silences = new TreeMap<>();
    private final Map<String, Integer> differences = new TreeMap<>();
    private final List<Testimony> unexplained = new ArrayList<>();

    @Test
    void atLeast98OfAHundredSeries_areReadAsAPeerReadsThem_andTheKindOfEveryDifferenceIsListed() throws Exception {
        int withOne = 0;
        int withBoth = 0;
        for (long seed : LongStream.range(0, SERIES).toArray()) {
            long same = agreeing(SeriesGenerator.of(seed, ours));
            withOne += same > 0 ? 1 : 0;
            withBoth += same == peers.size() ? 1 : 0;
        }
        System.out.printf(
                "recurrence agreement: %d series, %d as at least one peer, %d as both; %s, no answer %s%n",
                SERIES, withOne, withBoth, agreements, silences);
        differences.forEach((kind, count) -> System.out.printf("  %4d %s%n", count, kind));

        assertThat(unexplained).isEmpty();
        assertThat(differences)
                .as("a kind that no longer occurs is no longer listed")
                .hasSize(KnownDifference.ALL.size());
        assertThat(withOne).isGreaterThanOrEqualTo(SERIES * 98 / 100);
        assertThat(withBoth).isGreaterThanOrEqualTo(SERIES * 90 / 100);
    }

    private long agreeing(GeneratedSeries series) throws InterruptedException {
        List<LocalDateTime> found = ours.instances(series);
        long same = 0;
        for (Witness peer : peers) {
            Optional<List<LocalDateTime>> theirs = Questioning.ask(peer, series);
            if (theirs.isEmpty()) {
                silences.merge(peer.name(), 1, Integer::sum);
            } else if (weigh(new Testimony(series, peer.name(), found, theirs.get()))) {
                agreements.merge(peer.name(), 1, Integer::sum);
                same++;
            }
        }
        return same;
    }

    private boolean weigh(Testimony said) {
        if (said.isSame()) {
            return true;
        }
        KnownDifference.ALL.stream()
                .filter(known -> known.explains(said))
                .findFirst()
                .ifPresentOrElse(
                        known -> differences.merge(known.toString(), 1, Integer::sum), () -> unexplained.add(said));
        return false;
    }
}
