package io.calendarsync.recurrence;

import io.calendarsync.model.Degradation;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a rule.
 *
 * @param rule the rule; empty if it has to be left out altogether
 * @param complaints what was ignored or refused, and why
 */
record RuleReading(Optional<Rule> rule, List<Degradation> complaints) {
    RuleReading {
        complaints = List.copyOf(complaints);
    }
}
