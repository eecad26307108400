package io.calendarsync.benchmarks.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.benchmarks.agreement.GeneratedSeries.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.junit.jupiter.api.Test;

/** Days that do not exist, moved as RFC 7529 says, beside lib-recur, the one peer that was made for it. */
class SkipIT {

    private final Witness ours = new OurWitness();

    @Test
    void daysThatDoNotExist_areMovedAsLibRecurMovesThem() throws InvalidRecurrenceRuleException {
        for (long seed = 0; seed < 1_000; seed++) {
            GeneratedSeries series = series(new SplittableRandom(seed), seed);

            assertThat(ours.instances(series)).as("%s", series).isEqualTo(libRecur(series));
        }
    }

    /** The 28th always exists, so it is a start inside the rule. */
    private static GeneratedSeries series(SplittableRandom random, long seed) {
        LocalDateTime start = LocalDateTime.of(2000 + random.nextInt(20), 1 + random.nextInt(12), 28, 0, 0);
        boolean monthly = random.nextBoolean();
        String rule = "RSCALE=GREGORIAN;SKIP=" + (random.nextBoolean() ? "FORWARD" : "BACKWARD") + ";FREQ="
                + (monthly ? "MONTHLY" : "YEARLY") + ";INTERVAL=" + (1 + random.nextInt(3))
                + (monthly && random.nextBoolean() ? "" : ";BYMONTH=" + numbers(random, start.getMonthValue(), 1, 12))
                + ";BYMONTHDAY=" + numbers(random, 28, 26, 31);
        return new GeneratedSeries(
                seed, "skip", Kind.ALL_DAY, ZoneOffset.UTC, start, rule, List.of(), List.of(), monthly ? 5 : 15);
    }

    private static String numbers(SplittableRandom random, int one, int least, int most) {
        TreeSet<Integer> numbers = new TreeSet<>(List.of(one));
        for (int i = random.nextInt(4); i > 0; i--) {
            numbers.add(least + random.nextInt(most - least + 1));
        }
        return numbers.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static List<LocalDateTime> libRecur(GeneratedSeries series) throws InvalidRecurrenceRuleException {
        LocalDate day = series.day();
        var dates = new RecurrenceRule(series.rule())
                .iterator(new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth()));
        List<LocalDateTime> found = new ArrayList<>();
        while (dates.hasNext() && found.size() < GeneratedSeries.MOST) {
            DateTime next = dates.nextDateTime();
            LocalDateTime at = LocalDateTime.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth(), 0, 0);
            if (!at.isBefore(series.end())) {
                break;
            }
            found.add(at);
        }
        return found;
    }
}
