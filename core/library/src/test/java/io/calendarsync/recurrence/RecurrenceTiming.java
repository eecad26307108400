package io.calendarsync.recurrence;

import static io.calendarsync.recurrence.SeriesOf.NEW_YORK;

import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.Interval;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntSupplier;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/**
 * Prints how many instances a second are found in a year's window fifteen years after the start, beside those lib-recur
 * alone finds in floating time. A program to look at by hand; asserts nothing.
 */
final class RecurrenceTiming {

    private static final List<String> RULES = List.of(
            "FREQ=DAILY",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "FREQ=MONTHLY;BYDAY=2TU",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "FREQ=DAILY;COUNT=10000",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=10000",
            "FREQ=HOURLY",
            "FREQ=SECONDLY");

    private static final LocalDateTime START = LocalDateTime.of(2011, 3, 1, 9, 0);
    private static final Interval YEAR =
            new Interval(Instant.parse("2026-03-01T05:00:00Z"), Instant.parse("2027-03-01T05:00:00Z"));

    private RecurrenceTiming() {}

    public static void main(String[] args) {
        System.out.printf("%-40s %9s %14s %14s %10s%n", "rule", "instances", "ours/s", "lib-recur/s", "us/window");
        for (String rule : RULES) {
            Series series = SeriesOf.starting(Timed.of(START, NEW_YORK, Duration.ofHours(1)))
                    .rule(rule)
                    .build();
            IntSupplier ours = () -> series.between(YEAR, NEW_YORK).items().size();
            double nanos = nanosPerCall(ours);
            double bare = rule.equals("FREQ=SECONDLY") ? Double.NaN : nanosPerCall(() -> bare(rule));
            System.out.printf(
                    "%-40s %9d %,14.0f %,14.0f %10.1f%n",
                    rule, ours.getAsInt(), ours.getAsInt() / nanos * 1e9, ours.getAsInt() / bare * 1e9, nanos / 1e3);
        }
    }

    private static int bare(String rule) {
        try {
            var dates = new RecurrenceRule(rule)
                    .iterator(new DateTime(
                            START.getYear(), START.getMonthValue() - 1, START.getDayOfMonth(), START.getHour(), 0, 0));
            dates.fastForward(new DateTime(2026, 2, 1, 0, 0, 0));
            DateTime end = new DateTime(2027, 2, 1, 0, 0, 0);
            int found = 0;
            while (dates.hasNext() && dates.nextDateTime().before(end)) {
                found++;
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Measures processor time of this thread: what else the machine does matters less. */
    private static double nanosPerCall(IntSupplier work) {
        var threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long calls = 0;
            long start = threads.getCurrentThreadCpuTime();
            while (threads.getCurrentThreadCpuTime() - start < 150_000_000L) {
                sum += work.getAsInt();
                calls++;
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / (double) calls);
        }
        return sum < 0 ? 0 : best;
    }
}
