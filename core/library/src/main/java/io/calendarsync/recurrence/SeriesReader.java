package io.calendarsync.recurrence;

import io.calendarsync.model.Degradation;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Recurrence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/** Reads the recurrence of a master and notes what is wrong with it. Confined to one series. */
final class SeriesReader {

    private static final Recurrence NONE = new Recurrence(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Calendars write one; a few old ones two or three. */
    private static final int MOST_RULES = 20;

    /** An interval of more weeks, months or years is no series of people. */
    private static final int LONGEST_INTERVAL = 1_000;

    /** All days of a year on each weekday are 2,604. */
    private static final int MOST_COMBINATIONS = 10_000;

    private final SeriesClock clock;
    private final Recurrence recurrence;
    private final List<Original> dates = new ArrayList<>();
    private final List<Degradation> complaints = new ArrayList<>();

    SeriesReader(Event master, SeriesClock clock) {
        this.clock = clock;
        this.recurrence = master.shape() instanceof EventShape.Series series ? series.recurrence() : NONE;
        dates.add(clock.first());
        recurrence.dates().forEach(date -> dates.add(clock.original(date)));
    }

    Originals originals() {
        return new Originals(clock, dates, repetitions(recurrence.rules()));
    }

    Exceptions exceptions() {
        return new Exceptions(clock, recurrence.exceptionDates(), repetitions(recurrence.exceptionRules()));
    }

    Collection<Placed> place(Collection<Event> overrides, Originals originals) {
        Steps steps = new Steps(Steps.DEFAULT);
        Collection<Placed> placed = new Placement(clock, originals, steps).place(overrides);
        if (steps.exhausted()) {
            complaints.add(new Degradation(Reason.COSTLY_RULE, "the instances of overrides cost too much to find"));
        }
        return placed;
    }

    List<Degradation> complaints() {
        return complaints;
    }

    private List<Repetition> repetitions(List<String> rules) {
        List<Repetition> read = new ArrayList<>();
        for (String text : rules.subList(0, Math.min(rules.size(), MOST_RULES))) {
            RuleReading reading = RuleParser.parse(text, clock.kind() == SeriesClock.Kind.ALL_DAY);
            complaints.addAll(reading.complaints());
            reading.rule().ifPresent(rule -> compile(rule, read));
        }
        if (rules.size() > MOST_RULES) {
            complaints.add(new Degradation(Reason.COSTLY_RULE, "more than " + MOST_RULES + " rules"));
        }
        return read;
    }

    private void compile(Rule rule, List<Repetition> read) {
        if (rule.frequency().isLongerThan(Frequency.DAILY) && isCostly(rule)) {
            complaints.add(new Degradation(Reason.COSTLY_RULE, "rule left out: too many combinations"));
            return;
        }
        WallClockRule clocks = EvenRule.fits(rule)
                ? new EvenRule(rule, clock.start())
                : new DatedRule(dates(rule), rule, clock.start());
        read.add(Repetition.of(rule, clocks, clock));
    }

    private DateRule dates(Rule rule) {
        LocalDate start = clock.start().toLocalDate();
        return switch (rule.frequency()) {
            case WEEKLY -> new WeekDates(rule, start);
            case MONTHLY -> new MonthDates(rule, start);
            default -> rule.has(ByPart.BYWEEKNO) ? new WeekYearDates(rule, start) : new YearDates(rule, start);
        };
    }

    /** Whether more is worked through for one period than any calendar of people asks for. */
    private static boolean isCostly(Rule rule) {
        long combinations = Math.max(1, rule.byDay().size());
        for (ByPart part : EnumSet.of(ByPart.BYMONTH, ByPart.BYWEEKNO, ByPart.BYYEARDAY, ByPart.BYMONTHDAY)) {
            combinations *= Math.max(1, rule.by(part).size());
        }
        return rule.interval() > LONGEST_INTERVAL || combinations > MOST_COMBINATIONS;
    }
}
