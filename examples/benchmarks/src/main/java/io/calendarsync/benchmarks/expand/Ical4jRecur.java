package io.calendarsync.benchmarks.expand;

import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.model.Recur;

/** ical4j's rule alone. */
final class Ical4jRecur {

    private final Recur<ZonedDateTime> rule;

    Ical4jRecur(String text) {
        rule = new Recur<>(withWeekStart(text));
    }

    /** Without it, ical4j takes the start of the week from the locale of the machine. */
    static String withWeekStart(String rule) {
        return rule.contains("WKST=") ? rule : rule + ";WKST=MO";
    }

    List<ZonedDateTime> expand() {
        return rule.getDates(Window.SERIES_START, Window.FROM, Window.TO);
    }

    List<Long> seconds() {
        return expand().stream().map(ZonedDateTime::toEpochSecond).toList();
    }
}
