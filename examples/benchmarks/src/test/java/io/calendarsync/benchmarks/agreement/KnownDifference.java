package io.calendarsync.benchmarks.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A kind of series a peer reads otherwise, looked at case by case, with the paragraph of RFC 5545 by which we are right.
 *
 * @param peer who differs
 * @param name what it does
 * @param paragraph why it should not
 * @param covers whether a difference is of this kind
 */
record KnownDifference(String peer, String name, String paragraph, Predicate<Testimony> covers) {

    private static final Pattern COUNTED = Pattern.compile("BYDAY=[^;]*\\d");
    private static final String LIMITS =
            "3.3.10, table: BYDAY limits where BYMONTHDAY or BYYEARDAY is given (notes 1 and 2)";
    private static final String INTERVALS =
            "3.3.10, INTERVAL: periods are counted from that of DTSTART, whatever BY parts rule out";
    private static final String SETS =
            "3.3.10, BYSETPOS: positions count the whole set of one period, times of day included, once each";
    private static final String WEEKS =
            "3.3.10, BYWEEKNO: weeks of the year as ISO 8601 numbers them, the weekday from DTSTART where none is given";
    private static final String DAYS = "3.3.10, table: months and days limit a rule shorter than they are";
    private static final String CLOCK =
            "3.3.5 and docs/decisions/0004: steps on the wall clock, first of two equal ones";

    static final List<KnownDifference> ALL = List.of(
            biweekly(
                    "lets INTERVAL of days slip where days are ruled out",
                    INTERVALS,
                    said -> is(said, "DAILY") && interval(said) > 1 && any(said, "BYDAY", "BYMONTHDAY", "BYMONTH")),
            biweekly(
                    "takes months between those of INTERVAL",
                    INTERVALS,
                    said -> is(said, "MONTHLY") && interval(said) > 1 && any(said, "BYMONTH")),
            biweekly(
                    "puts BYMONTHDAY of a yearly rule into every month",
                    "docs/decisions/0004: 3.3.10 takes what is missing, the month, from DTSTART",
                    said -> is(said, "YEARLY") && any(said, "BYMONTHDAY") && !any(said, "BYMONTH", "BYDAY")),
            biweekly("numbers weeks otherwise, and takes all their days", WEEKS, said -> any(said, "BYWEEKNO")),
            biweekly("counts positions within days", SETS, said -> any(said, "BYSETPOS")),
            biweekly(
                    "finds nothing where days or hours are ruled out of a rule shorter than they are",
                    DAYS,
                    said -> isSubDaily(said)
                            && any(said, "BYHOUR", "BYDAY", "BYMONTH", "BYMONTHDAY")
                            && said.theirs().size() < said.ours().size()),
            biweekly("does not count weekdays that limit", LIMITS, KnownDifference::limitsByCountedWeekdays),
            biweekly("takes the second of two equal clocks", CLOCK, Testimony::differsInOverlapsOnly),
            ical4j("does not count weekdays that limit", LIMITS, KnownDifference::limitsByCountedWeekdays),
            ical4j(
                    "looks for weekdays on days of the month in the month of DTSTART alone",
                    LIMITS,
                    said -> is(said, "YEARLY")
                            && any(said, "BYMONTHDAY")
                            && any(said, "BYDAY")
                            && !any(said, "BYMONTH")),
            ical4j(
                    "adds days of the year or of the month to others instead of limiting",
                    "3.3.10, table and the example of Friday the 13th: what every part names",
                    said -> any(said, "BYYEARDAY") && any(said, "BYMONTH", "BYMONTHDAY", "BYDAY")),
            ical4j(
                    "does not limit the days of weeks of the year",
                    WEEKS,
                    said -> any(said, "BYWEEKNO") && any(said, "BYMONTHDAY", "BYMONTH")),
            ical4j(
                    "limits weeks by the month they begin in",
                    "3.3.10, table: BYMONTH limits the days of a weekly rule",
                    said -> is(said, "WEEKLY") && any(said, "BYMONTH")),
            ical4j(
                    "takes a day twice that is named twice",
                    "3.3.10, BYSETPOS and 3.8.5: a recurrence set holds an instance once",
                    KnownDifference::namesDaysTwice),
            ical4j(
                    "steps on in elapsed time once the clock was moved",
                    CLOCK,
                    said -> isSubDaily(said) && !said.series().zone().getRules().isFixedOffset()),
            ical4j(
                    "gives up after a thousand periods that are ruled out, or steps otherwise after them",
                    DAYS,
                    said -> isSubDaily(said) && any(said, "BYMONTH", "BYMONTHDAY", "BYDAY", "BYHOUR", "BYMINUTE")),
            ical4j("takes the second of two equal clocks", CLOCK, Testimony::differsInOverlapsOnly));

    private static KnownDifference biweekly(String name, String paragraph, Predicate<Testimony> covers) {
        return new KnownDifference("biweekly", name, paragraph, covers);
    }

    private static KnownDifference ical4j(String name, String paragraph, Predicate<Testimony> covers) {
        return new KnownDifference("ical4j", name, paragraph, covers);
    }

    boolean explains(Testimony said) {
        return said.peer().equals(peer) && covers.test(said);
    }

    private static boolean is(Testimony said, String frequency) {
        return said.series().value("FREQ").equals(frequency);
    }

    private static boolean isSubDaily(Testimony said) {
        return is(said, "HOURLY") || is(said, "MINUTELY");
    }

    private static boolean any(Testimony said, String... parts) {
        return Arrays.stream(parts).anyMatch(said.series()::has);
    }

    private static int interval(Testimony said) {
        String interval = said.series().value("INTERVAL");
        return interval.isEmpty() ? 1 : Integer.parseInt(interval);
    }

    private static boolean limitsByCountedWeekdays(Testimony said) {
        return any(said, "BYMONTHDAY", "BYYEARDAY")
                && COUNTED.matcher(said.series().rule()).find();
    }

    /** As in {@code 2SA,SA}. */
    private static boolean namesDaysTwice(Testimony said) {
        List<String> days = List.of(said.series().value("BYDAY").split(","));
        long different = days.stream()
                .map(day -> day.replaceAll("[-\\d]", ""))
                .distinct()
                .count();
        return different < days.size();
    }

    @Override
    public String toString() {
        return peer + " " + name + " (" + paragraph + ")";
    }
}
