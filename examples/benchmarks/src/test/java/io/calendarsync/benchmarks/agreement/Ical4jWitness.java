package io.calendarsync.benchmarks.agreement;

import io.calendarsync.benchmarks.agreement.GeneratedSeries.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.function.Function;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.RDate;
import net.fortuna.ical4j.model.property.RRule;

/**
 * ical4j, given values rather than text, so that it registers no zone; and always WKST, which it takes from the locale of
 * the machine otherwise.
 */
final class Ical4jWitness implements Witness {

    @Override
    public String name() {
        return "ical4j";
    }

    @Override
    public List<LocalDateTime> instances(GeneratedSeries series) {
        return switch (series.kind()) {
            case ZONED ->
                find(
                        series,
                        local -> local.atZone(series.zone()),
                        (ZonedDateTime at) ->
                                at.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
            case FLOATING -> find(series, local -> local, (LocalDateTime at) -> at);
            case ALL_DAY -> find(series, LocalDateTime::toLocalDate, LocalDate::atStartOfDay);
        };
    }

    private static <T extends Temporal> List<LocalDateTime> find(
            GeneratedSeries series, Function<LocalDateTime, T> theirs, Function<T, LocalDateTime> back) {
        TemporalAmount length = series.kind() == Kind.ALL_DAY ? Period.ofDays(1) : Duration.ofMinutes(5);
        VEvent event = new VEvent(theirs.apply(series.start()), length, "series");
        event.add(new RRule<T>(series.has("WKST") ? series.rule() : series.rule() + ";WKST=MO"));
        if (!series.dates().isEmpty()) {
            event.add(new RDate<>(dates(series.dates(), theirs)));
        }
        if (!series.exceptions().isEmpty()) {
            event.add(new ExDate<>(dates(series.exceptions(), theirs)));
        }
        var window = new net.fortuna.ical4j.model.Period<>(theirs.apply(series.start()), theirs.apply(series.end()));
        return event.<T>calculateRecurrenceSet(window).stream()
                .map(found -> back.apply(found.getStart()))
                .filter(found -> series.own(found).isBefore(series.end()))
                .sorted()
                .limit(GeneratedSeries.MOST)
                .toList();
    }

    private static <T extends Temporal> DateList<T> dates(
            List<LocalDateTime> dates, Function<LocalDateTime, T> theirs) {
        return new DateList<>(dates.stream().map(theirs).toList());
    }
}
