package io.calendarsync.benchmarks.expand;

import io.calendarsync.benchmarks.BenchmarkFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** lib-recur's rule, told to go to the window at once. */
final class LibRecurRule {

    private static final TimeZone ZONE = TimeZone.getTimeZone(Window.ZONE);
    private static final DateTime START =
            new DateTime(ZONE, Window.SERIES_START.toInstant().toEpochMilli());
    private static final DateTime FROM =
            new DateTime(ZONE, Window.FROM.toInstant().toEpochMilli());
    private static final long TO = Window.TO.toInstant().toEpochMilli();

    private final RecurrenceRule rule;

    LibRecurRule(String text) {
        try {
            rule = new RecurrenceRule(text);
        } catch (InvalidRecurrenceRuleException fault) {
            throw new BenchmarkFailure("lib-recur cannot read " + text, fault);
        }
    }

    List<Long> expand() {
        RecurrenceRuleIterator dates = rule.iterator(START);
        dates.fastForward(FROM);
        List<Long> found = new ArrayList<>();
        while (dates.hasNext()) {
            long next = dates.nextMillis();
            if (next >= TO) {
                break;
            }
            found.add(next);
        }
        return found;
    }

    List<Long> seconds() {
        return expand().stream().map(millis -> millis / 1_000).toList();
    }
}
