package io.calendarsync.engine.agenda;

import io.calendarsync.Gap;
import io.calendarsync.model.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts gaps in order. Pure. */
final class Gaps {

    private static final Comparator<Gap> ORDER = Comparator.comparing(
                    (Gap gap) -> gap.calendar().value())
            .thenComparing(Gap::why)
            .thenComparing(gap -> gap.interval().start());

    private Gaps() {}

    /** Returns gaps by calendar, reason and start, those that meet as one. */
    static List<Gap> joined(List<Gap> gaps) {
        List<Gap> joined = new ArrayList<>();
        for (Gap gap : gaps.stream().sorted(ORDER).toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && meet(joined.get(last), gap)) {
                Interval before = joined.get(last).interval();
                boolean later = gap.interval().end().isAfter(before.end());
                Interval both =
                        new Interval(before.start(), later ? gap.interval().end() : before.end());
                joined.set(last, new Gap(gap.calendar(), both, gap.why()));
            } else {
                joined.add(gap);
            }
        }
        return joined;
    }

    private static boolean meet(Gap one, Gap other) {
        return one.calendar().equals(other.calendar())
                && one.why() == other.why()
                && !other.interval().start().isAfter(one.interval().end());
    }
}
