package io.calendarsync.examples.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge of the kill test must be able to say no. */
class LedgerTest {

    private static final String A = "{\"type\":\"created\",\"uid\":\"a\",\"title\":\"A\"}";
    private static final String B = "{\"type\":\"created\",\"uid\":\"b\",\"title\":\"B\"}";

    private final Ledger ledger = new Ledger();

    @Test
    void whatWasNotAcknowledgedMayComeAgain() {
        ledger.enter("run-1", List.of(A, B), 1);
        ledger.enter("run-2", List.of(B), 1);

        assertThat(ledger.faults()).isEmpty();
        assertThat(ledger.again()).isOne();
    }

    @Test
    void whatWasAcknowledgedMustNotComeAgain() {
        ledger.enter("run-1", List.of(A, B), 1);
        ledger.enter("run-2", List.of(A), 1);

        assertThat(ledger.faults()).singleElement().asString().contains("delivered again");
    }

    @Test
    void whatNeverCameIsMissed() {
        ledger.enter("run-1", List.of(A), 1);
        ledger.requireTold(Map.of("a", "A", "b", "B"));

        assertThat(ledger.faults()).singleElement().asString().contains("never delivered: b");
    }

    @Test
    void aStoreThatIsNotTheFeedIsAFault() {
        ledger.requireEqual(Map.of("a", "A"), Map.of("a", "other"));

        assertThat(ledger.faults()).hasSize(1);
    }
}
