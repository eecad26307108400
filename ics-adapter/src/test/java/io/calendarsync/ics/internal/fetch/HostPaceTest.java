package io.calendarsync.ics.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HostPaceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final HostPace pace = new HostPace(6, Duration.ofMinutes(1), new SplittableRandom(1));

    private int granted(String host, Instant at, int tries) {
        int granted = 0;
        for (int i = 0; i < tries; i++) {
            granted += pace.take(host, at).isEmpty() ? 1 : 0;
        }
        return granted;
    }

    @Test
    void so_many_are_granted_at_once_then_as_many_a_minute() {
        assertThat(granted("a", NOW, 100)).isEqualTo(6);
        assertThat(granted("a", NOW.plusSeconds(9), 100)).isZero();
        assertThat(granted("a", NOW.plusSeconds(10), 100)).isEqualTo(1);
        assertThat(granted("a", NOW.plusSeconds(40), 100)).isEqualTo(3);
        assertThat(granted("a", NOW.plusSeconds(4_000), 100)).isEqualTo(6);
    }

    @Test
    void hosts_do_not_concern_each_other() {
        assertThat(granted("a", NOW, 100)).isEqualTo(6);
        assertThat(granted("b", NOW, 100)).isEqualTo(6);
    }

    @Test
    void who_has_to_come_back_does_so_when_there_is_room_and_not_with_all_others() {
        granted("a", NOW, 6);
        Set<Duration> pauses = new HashSet<>();

        for (int i = 0; i < 50; i++) {
            Optional<Duration> pause = pace.take("a", NOW);
            pauses.add(pause.orElseThrow());
        }

        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(71)));
        assertThat(pauses).hasSizeGreaterThan(40);
    }

    @Test
    void a_clock_that_goes_back_neither_grants_more_nor_stops_for_ever() {
        assertThat(granted("a", NOW, 100)).isEqualTo(6);
        assertThat(granted("a", NOW.minusSeconds(86_400), 100)).isZero();
        assertThat(granted("a", NOW.minusSeconds(86_400 - 60), 100)).isEqualTo(6);
    }

    @Test
    void hosts_asked_long_ago_are_forgotten() {
        granted("first", NOW, 6);
        for (int i = 0; i < 20_000; i++) {
            pace.take("host" + i, NOW);
        }

        assertThat(pace.take("first", NOW)).isEmpty();
    }
}
