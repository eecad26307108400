package io.calendarsync;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be meant is refused where it is given, not where it does harm. */
@SuppressWarnings({"NullAway", "DataFlowIssue"})
class ArgumentsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void anIntervalOfNothing_isRefused(String interval) {
        assertThatThrownBy(() -> CalendarSync.builder().pollEvery(Duration.parse(interval)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1M", "PT9.999S", "PT24H0.001S"})
    void aLeaseThatCannotBeKept_isRefused(String lease) {
        assertThatThrownBy(() -> CalendarSync.builder().lease(Duration.parse(lease)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 seconds");
    }

    @Test
    void theShortestAndTheLongestLease_areTaken() {
        assertThatCode(() -> CalendarSync.builder()
                        .lease(Duration.ofSeconds(10))
                        .lease(DAY)
                        .pollEvery(Duration.ofMillis(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void nothing_isRefusedByName() {
        refusedAs("store", () -> CalendarSync.builder().store(null));
        refusedAs("cipher", () -> CalendarSync.builder().cipher(null));
        refusedAs("provider", () -> CalendarSync.builder().provider(null));
        refusedAs("subscriber", () -> CalendarSync.builder().subscriber(null));
        refusedAs("retention", () -> CalendarSync.builder().retention(null));
        refusedAs("clock", () -> CalendarSync.builder().clock(null));
        refusedAs("random", () -> CalendarSync.builder().random(null));
        refusedAs("observer", () -> CalendarSync.builder().observer(null));
        refusedAs("handler", () -> Subscriber.named("name", null));
        refusedAs("name", () -> Subscriber.named(null, delivery -> {}));
        refusedAs("beginning", () -> Subscriber.of("name", null, delivery -> {}));
    }

    @Test
    void keepingForLessThanNoTime_isRefused() {
        Duration less = Duration.ofMillis(-1);

        refused("pastEvents", () -> new Retention(less, DAY, DAY, DAY));
        refused("log", () -> new Retention(DAY, less, DAY, DAY));
        refused("absentSubscriber", () -> new Retention(DAY, DAY, less, DAY));
        refused("audit", () -> new Retention(DAY, DAY, DAY, less));
        assertThatCode(() -> new Retention(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .doesNotThrowAnyException();
    }

    private static void refusedAs(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessageContaining(name);
    }

    private static void refused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(name);
    }
}
