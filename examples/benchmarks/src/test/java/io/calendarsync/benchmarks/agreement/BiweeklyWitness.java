package io.calendarsync.benchmarks.agreement;

import biweekly.ICalVersion;
import biweekly.component.VEvent;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.calendarsync.benchmarks.agreement.GeneratedSeries.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

/** biweekly, given values rather than text, as it reads text without a zone in that of the machine. */
final class BiweeklyWitness implements Witness {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX");

    @Override
    public String name() {
        return "biweekly";
    }

    @Override
    public List<LocalDateTime> instances(GeneratedSeries series) {
        boolean timed = series.kind() != Kind.ALL_DAY;
        VEvent event = new VEvent();
        event.setDateStart(date(series, series.start()), timed);
        event.setRecurrenceRule(rule(series));
        for (LocalDateTime date : series.dates()) {
            RecurrenceDates dates = new RecurrenceDates();
            dates.getDates().add(new ICalDate(date(series, date), timed));
            event.addRecurrenceDates(dates);
        }
        for (LocalDateTime date : series.exceptions()) {
            ExceptionDates dates = new ExceptionDates();
            dates.getValues().add(new ICalDate(date(series, date), timed));
            event.addExceptionDates(dates);
        }
        Date end = date(series, series.end());
        DateIterator iterator = event.getDateIterator(TimeZone.getTimeZone(zone(series)));
        ZoneId named = timed ? ZoneOffset.UTC : zone(series);
        List<LocalDateTime> found = new ArrayList<>();
        while (iterator.hasNext() && found.size() < GeneratedSeries.MOST) {
            Date next = iterator.next();
            if (!next.before(end)) {
                break;
            }
            found.add(LocalDateTime.ofInstant(next.toInstant(), named));
        }
        return found;
    }

    private static RecurrenceRule rule(GeneratedSeries series) {
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        String text = series.rule().replaceFirst(";UNTIL=[^;]*", "");
        RecurrenceRule rule = new RecurrenceRuleScribe().parseText(text, null, new ICalParameters(), context);
        if (!series.has("UNTIL")) {
            return rule;
        }
        return new RecurrenceRule(new Recurrence.Builder(rule.getValue())
                .until(until(series.value("UNTIL")))
                .build());
    }

    private static ICalDate until(String text) {
        boolean timed = text.contains("T");
        Instant last = timed
                ? Instant.from(UTC.parse(text))
                : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant();
        return new ICalDate(Date.from(last), timed);
    }

    private static Date date(GeneratedSeries series, LocalDateTime local) {
        return Date.from(local.atZone(zone(series)).toInstant());
    }

    /** Dates are those of the machine's zone to it, whatever zone it is told. */
    private static ZoneId zone(GeneratedSeries series) {
        return series.kind() == Kind.ALL_DAY ? ZoneId.systemDefault() : series.zone();
    }
}
