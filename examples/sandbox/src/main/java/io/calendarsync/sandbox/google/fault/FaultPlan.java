package io.calendarsync.sandbox.google.fault;

import io.calendarsync.sandbox.google.http.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What will go wrong with the next calls, the earliest arranged first. Thread-safe. */
public final class FaultPlan {

    private final List<Arranged> plan = new ArrayList<>();
    private long struck;

    /** Lets something go wrong with some calls, after some others went well. */
    public synchronized void arrange(FaultRule rule, int after, int times) {
        plan.add(new Arranged(rule, after, times));
    }

    /** Forgets everything that is arranged. */
    public synchronized void clear() {
        plan.clear();
    }

    /** Returns how many calls something went wrong with. */
    public synchronized long struck() {
        return struck;
    }

    /** Returns whether anything is still to come. */
    public synchronized int left() {
        return plan.stream().mapToInt(arranged -> arranged.times).sum();
    }

    /** Returns what goes wrong with a call. */
    public synchronized Optional<FaultRule> next(String operation, Request request) {
        Iterator<Arranged> each = plan.iterator();
        while (each.hasNext()) {
            Arranged arranged = each.next();
            if (arranged.rule.means(operation, request)) {
                if (arranged.after > 0) {
                    arranged.after--;
                } else {
                    if (--arranged.times == 0) {
                        each.remove();
                    }
                    struck++;
                    return Optional.of(arranged.rule);
                }
            }
        }
        return Optional.empty();
    }

    private static final class Arranged {
        private final FaultRule rule;
        private int after;
        private int times;

        Arranged(FaultRule rule, int after, int times) {
            this.rule = rule;
            this.after = after;
            this.times = times;
        }
    }
}
