package io.calendarsync.engine.record;

import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import java.util.Comparator;
import java.util.List;

/** The recurrence of a series with too many dates: the latest stay, for it is the future that is asked about. */
final class RecurrenceCut {

    private static final int RULES = 2;

    private RecurrenceCut() {}

    static Recurrence of(Recurrence whole, CutLevel level, CutMarks marks) {
        if (level.keepsDates()) {
            return whole;
        }
        Recurrence cut = new Recurrence(
                whole.lines().stream()
                        .filter(line -> line.startsWith("RRULE") || line.startsWith("EXRULE"))
                        .filter(line -> line.length() <= level.text())
                        .limit(RULES)
                        .toList(),
                rules(whole.rules(), level),
                rules(whole.exceptionRules(), level),
                latest(
                        whole.dates(),
                        level.dates(),
                        Comparator.comparing(date -> date.start().local())),
                latest(whole.exceptionDates(), level.dates(), Comparator.comparing(RecurrenceId::local)));
        boolean isWhole = cut.rules().equals(whole.rules())
                && cut.exceptionRules().equals(whole.exceptionRules())
                && cut.dates().equals(whole.dates())
                && cut.exceptionDates().equals(whole.exceptionDates());
        if (!isWhole || !cut.lines().equals(whole.lines())) {
            marks.list(
                    isWhole ? "recurrence lines" : "recurrence",
                    whole.lines().size(),
                    Probes.bytes(probe -> probe.recurrence(whole)));
        }
        return cut;
    }

    /** Half a rule is another rule, so a long one goes whole. */
    private static List<String> rules(List<String> rules, CutLevel level) {
        return rules.stream()
                .filter(rule -> rule.length() <= level.text())
                .limit(RULES)
                .toList();
    }

    /** Keeps the order of the source among those that stay, unless it has to cut. */
    private static <T> List<T> latest(List<T> dates, int most, Comparator<T> order) {
        return dates.size() <= most
                ? dates
                : dates.stream().sorted(order).skip(dates.size() - most).toList();
    }
}
