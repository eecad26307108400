package io.calendarsync.benchmarks.expand;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.property.RecurrenceRule;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

/** biweekly's rule, told to go to the window at once. Dates are its own way of saying instants. */
@SuppressWarnings("JavaUtilDate")
final class BiweeklyRule {

    private static final TimeZone ZONE = TimeZone.getTimeZone(Window.ZONE);
    private static final Date START = Date.from(Window.SERIES_START.toInstant());
    private static final Date FROM = Date.from(Window.FROM.toInstant());
    private static final Date TO = Date.from(Window.TO.toInstant());

    private final RecurrenceRule rule;

    BiweeklyRule(String text) {
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        rule = new RecurrenceRuleScribe().parseText(text, null, new ICalParameters(), context);
    }

    List<Date> expand() {
        DateIterator dates = rule.getDateIterator(START, ZONE);
        dates.advanceTo(FROM);
        List<Date> found = new ArrayList<>();
        while (dates.hasNext()) {
            Date next = dates.next();
            if (!next.before(TO)) {
                break;
            }
            found.add(next);
        }
        return found;
    }

    List<Long> seconds() {
        return expand().stream().map(date -> date.getTime() / 1_000).toList();
    }
}
