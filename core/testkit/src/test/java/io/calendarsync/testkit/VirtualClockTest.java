package io.calendarsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final VirtualClock clock = new VirtualClock(START);

    @Test
    void time_stands_still_until_it_is_moved_and_jumps_either_way() {
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.advance(Duration.ofMinutes(1))).isEqualTo(START.plusSeconds(60));

        clock.jumpTo(START.minusSeconds(5));

        assertThat(clock.instant()).isEqualTo(START.minusSeconds(5));
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_node_may_be_wrong_by_its_own_amount() {
        VirtualClock.NodeClock right = clock.node();
        VirtualClock.NodeClock fast = clock.node();
        fast.offset(Duration.ofDays(3650));

        clock.advance(Duration.ofSeconds(1));

        assertThat(right.instant()).isEqualTo(START.plusSeconds(1));
        assertThat(fast.instant()).isEqualTo(START.plusSeconds(1).plus(Duration.ofDays(3650)));
        fast.offset(Duration.ofSeconds(-1));
        assertThat(fast.instant()).isEqualTo(START);
        assertThat(fast.offset()).isEqualTo(Duration.ofSeconds(-1));
    }
}
