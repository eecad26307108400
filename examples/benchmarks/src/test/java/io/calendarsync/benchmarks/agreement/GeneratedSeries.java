package io.calendarsync.benchmarks.agreement;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A series that was made up.
 *
 * @param seed what it was made from
 * @param shape what kind of rule it has, for counting
 * @param kind what its times are
 * @param zone its zone; UTC for dates and floating times
 * @param start its start; midnight for dates
 * @param rule its rule
 * @param dates RDATE on its wall clock
 * @param exceptions EXDATE on its wall clock
 * @param years how long it is looked at
 */
record GeneratedSeries(
        long seed,
        String shape,
        Kind kind,
        ZoneId zone,
        LocalDateTime start,
        String rule,
        List<LocalDateTime> dates,
        List<LocalDateTime> exceptions,
        int years) {

    /** How many instances are compared at most. */
    static final int MOST = 60;

    enum Kind {
        ZONED,
        FLOATING,
        ALL_DAY
    }

    LocalDate day() {
        return start.toLocalDate();
    }

    /** Returns the first wall clock that is no longer looked at. */
    LocalDateTime end() {
        return start.plusYears(years);
    }

    boolean has(String part) {
        return rule.contains(part + "=");
    }

    /** Returns the value of a part; empty without. */
    String value(String part) {
        for (String one : rule.split(";")) {
            if (one.startsWith(part + "=")) {
                return one.substring(part.length() + 1);
            }
        }
        return "";
    }

    /** Returns what the series' own clock shows where a witness names a wall clock. */
    LocalDateTime own(LocalDateTime named) {
        return kind == Kind.ZONED ? LocalDateTime.ofInstant(named.toInstant(ZoneOffset.UTC), zone) : named;
    }

    GeneratedSeries startingAt(LocalDateTime other) {
        LocalDateTime at = kind == Kind.ALL_DAY ? other.toLocalDate().atTime(LocalTime.MIDNIGHT) : other;
        return new GeneratedSeries(seed, shape, kind, zone, at, rule, dates, exceptions, years);
    }

    GeneratedSeries with(String moreOfTheRule, List<LocalDateTime> rdates, List<LocalDateTime> exdates) {
        return new GeneratedSeries(seed, shape, kind, zone, start, rule + moreOfTheRule, rdates, exdates, years);
    }

    @Override
    public String toString() {
        return "#" + seed + " " + start + (zone == ZoneOffset.UTC ? " " + kind : " " + zone) + " " + rule
                + (dates.isEmpty() ? "" : " RDATE" + dates) + (exceptions.isEmpty() ? "" : " EXDATE" + exceptions);
    }
}
