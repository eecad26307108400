package io.calendarsync.benchmarks.quota;

import io.calendarsync.CalendarSync;
import io.calendarsync.benchmarks.Sorted;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.HostKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Those who wait: one comes every few seconds, at a calendar and a node left to chance. Confined to one thread. */
final class Callers {

    private final Fleet fleet;
    private final Size size;
    private final RandomGenerator dice;
    private final List<Caller> waiting = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private Instant next;
    private int came;

    Callers(Fleet fleet, Size size, RandomGenerator dice, Instant first) {
        this.fleet = fleet;
        this.size = size;
        this.dice = dice;
        this.next = first;
    }

    /** Lets those try whose time has come; returns how many were served. */
    int serve(Instant now) {
        while (!next.isAfter(now)) {
            waiting.add(caller(now));
            next = next.plus(size.between());
        }
        int served = 0;
        for (Iterator<Caller> each = waiting.iterator(); each.hasNext(); ) {
            Caller caller = each.next();
            if (!caller.again().isAfter(now) && caller.isServed(now)) {
                millis.add(caller.millis(now));
                each.remove();
                served++;
            }
        }
        return served;
    }

    /** Every third writes, the others look. */
    private Caller caller(Instant now) {
        CalendarSync node = fleet.nodes().get(dice.nextInt(fleet.nodes().size()));
        CalendarId calendar =
                fleet.calendars().get(dice.nextInt(fleet.calendars().size()));
        came++;
        return came % 3 == 0
                ? Caller.writing(node, calendar, new HostKey("booking-" + came), now)
                : Caller.looking(node, calendar, now);
    }

    /** Returns how many came. */
    int came() {
        return came;
    }

    Instant next() {
        return next;
    }

    boolean isAnyoneWaiting() {
        return !waiting.isEmpty();
    }

    /** Returns how many milliseconds each waited; those who still do, until now. */
    Sorted millis(Instant now) {
        List<Double> all = new ArrayList<>(millis);
        waiting.forEach(caller -> all.add(caller.millis(now)));
        return Sorted.of(all);
    }
}
