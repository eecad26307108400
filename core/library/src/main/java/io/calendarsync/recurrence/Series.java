package io.calendarsync.recurrence;

import io.calendarsync.model.Degradation;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Interval;
import io.calendarsync.model.RecurrenceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A master and its overrides, ready to be expanded (RFC 5545 section 3.8.5); also a single event, which is a series of
 * one.
 *
 * <p>Rules repeat on the wall clock of the series; a wall clock in a gap or overlap is read as section 3.3.5 says. The
 * start of a series always is an instance and the first that COUNT counts. Overrides replace the instance they name,
 * wherever they were moved to; one that names none is an instance of its own; one for this and all future instances
 * also moves the later ones, up to the next of its kind. What is cancelled does not occur.
 *
 * <p>Nothing is computed in advance but where overrides belong, so a series is cheap to make. Work is counted in steps,
 * not in time: a series that asks for too many is cut at the same place everywhere. Immutable.
 *
 * @since 0.1
 */
public final class Series {

    private final Event master;
    private final SeriesClock clock;
    private final Originals originals;
    private final Exceptions exceptions;
    private final Overrides overrides;
    private final List<Degradation> degradations;
    private final Model model;
    private final Reach reach;

    private Series(Event master, Collection<Event> overriding) {
        this.master = master;
        this.clock = SeriesClock.of(master.time());
        SeriesReader reader = new SeriesReader(master, clock);
        this.originals = reader.originals();
        this.exceptions = reader.exceptions();
        this.model = new Model(master, clock.start(), clock.first().at());
        this.overrides = Overrides.of(model, reader.place(overriding, originals));
        this.reach = Reach.of(this);
        this.degradations = List.copyOf(reader.complaints());
    }

    /**
     * Puts a series together.
     *
     * @param master the master of a series, or an event that stands alone
     * @param overrides its overrides, in any order; empty for an event that stands alone
     * @return the series
     * @throws IllegalArgumentException if one of the overrides is not of that shape
     */
    public static Series of(Event master, Collection<Event> overrides) {
        return new Series(master, List.copyOf(overrides));
    }

    /**
     * Returns an event that stands alone, or a master without overrides, as a series.
     *
     * @param event of any shape
     * @return the series
     */
    public static Series of(Event event) {
        return of(event, List.of());
    }

    /**
     * {@return the occurrences that share an instant with the interval, those included that began before it}
     *
     * @param within the interval, half-open; as short as possible, since a series may be endless
     * @param viewer the zone in which dates and floating times are read
     */
    public Occurrences between(Interval within, ZoneId viewer) {
        Expansion expansion = new Expansion(this, within, viewer, new Steps(Steps.DEFAULT), false);
        List<Occurrence> found = new ArrayList<>();
        expansion.forEachRemaining(found::add);
        return new Occurrences(found, expansion.isCut());
    }

    /**
     * Finds the same occurrences one at a time, for an interval too long to hold them all. The steps are counted anew
     * after each, so that a long series is cut only where nothing is found for long.
     *
     * @param within the interval, half-open
     * @param viewer the zone in which dates and floating times are read
     * @return the occurrences, found as they are asked for
     */
    public Expansion walk(Interval within, ZoneId viewer) {
        return new Expansion(this, within, viewer, new Steps(Steps.DEFAULT), true);
    }

    /**
     * {@return an instant at which all occurrences have ended, whoever looks at them: never too early, and no more than
     * some days late} Empty if they never end, or if it would take too many steps to know.
     */
    public Optional<Instant> end() {
        return Extent.of(this);
    }

    /**
     * {@return what of its rules could not be understood or would take too many steps; empty for a series that is
     * whole} Whether a certain interval is cut only {@link Occurrences#cut} tells.
     */
    public List<Degradation> degradations() {
        return degradations;
    }

    Event master() {
        return master;
    }

    SeriesClock clock() {
        return clock;
    }

    Originals originals() {
        return originals;
    }

    Exceptions exceptions() {
        return exceptions;
    }

    Overrides overrides() {
        return overrides;
    }

    Reach reach() {
        return reach;
    }

    /** Returns what an instance without an override of its own looks like. */
    Model model(Original original) {
        return overrides.haveRange() ? overrides.model(original.at()) : model;
    }

    Optional<RecurrenceId> name(Original original) {
        if (master.shape() instanceof EventShape.Override override) {
            return Optional.of(override.recurrenceId());
        }
        return master.isSeries() ? Optional.of(clock.name(original)) : Optional.empty();
    }
}
