package io.calendarsync;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * When somebody can be booked: several stretches on each day of the week, and other ones on certain dates. Immutable.
 *
 * <pre>{@code
 * WorkingHours.in(ZoneId.of("Europe/Berlin"))
 *         .weekdays("09:00-12:30", "13:30-17:00")
 *         .on(DayOfWeek.SATURDAY, "10:00-12:00")
 *         .except(LocalDate.of(2026, 12, 24), "09:00-12:00")
 *         .closed(LocalDate.of(2026, 12, 25));
 * }</pre>
 *
 * @param zone where the clock hangs
 * @param week the hours of each day of the week; a day that is missing has none
 * @param exceptions the hours of certain dates, in place of those of the week; none where the list is empty
 * @since 0.1
 */
public record WorkingHours(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, List<Hours>> exceptions) {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final int MOST_EXCEPTIONS = 2000;
    private static final int MOST_HOURS_A_DAY = 48;

    /**
     * Copies the collections, the hours of each day ordered by their start.
     *
     * @param zone where the clock hangs
     * @param week the hours of each day of the week; a day that is missing has none
     * @param exceptions the hours of certain dates, in place of those of the week; none where the list is empty
     * @throws IllegalArgumentException if a day has more than 48 stretches, or there are more than 2,000 exceptions
     */
    public WorkingHours {
        if (exceptions.size() > MOST_EXCEPTIONS) {
            throw new IllegalArgumentException(
                    "working hours have at most " + MOST_EXCEPTIONS + " exceptions, not " + exceptions.size());
        }
        week = Map.copyOf(sorted(week));
        exceptions = Map.copyOf(sorted(exceptions));
    }

    private static <K> Map<K, List<Hours>> sorted(Map<K, List<Hours>> days) {
        Map<K, List<Hours>> sorted = new TreeMap<>();
        days.forEach((day, hours) -> {
            if (hours.size() > MOST_HOURS_A_DAY) {
                throw new IllegalArgumentException(
                        "a day has at most " + MOST_HOURS_A_DAY + " stretches, " + day + " has " + hours.size());
            }
            List<Hours> ordered = new ArrayList<>(hours);
            ordered.sort(Comparator.comparing(Hours::from).thenComparing(Hours::to));
            sorted.put(day, List.copyOf(ordered));
        });
        return sorted;
    }

    /**
     * {@return hours to begin with: none at all}
     *
     * @param zone where the clock hangs
     */
    public static WorkingHours in(ZoneId zone) {
        return new WorkingHours(zone, Map.of(), Map.of());
    }

    /**
     * {@return these with other hours from Monday to Friday}
     *
     * @param hours such as {@code 09:00-17:00}, see {@link Hours#of}
     */
    public WorkingHours weekdays(String... hours) {
        return on(WEEKDAYS, hours);
    }

    /**
     * {@return these with other hours on each day of the week}
     *
     * @param hours such as {@code 09:00-17:00}, see {@link Hours#of}
     */
    public WorkingHours everyDay(String... hours) {
        return on(EnumSet.allOf(DayOfWeek.class), hours);
    }

    /**
     * {@return these with other hours on a day of the week}
     *
     * @param day which day
     * @param hours such as {@code 09:00-17:00}, see {@link Hours#of}; none to be closed
     */
    public WorkingHours on(DayOfWeek day, String... hours) {
        return on(EnumSet.of(day), hours);
    }

    private WorkingHours on(Set<DayOfWeek> days, String... hours) {
        Map<DayOfWeek, List<Hours>> changed = new EnumMap<>(DayOfWeek.class);
        changed.putAll(week);
        days.forEach(day -> changed.put(day, parsed(hours)));
        return new WorkingHours(zone, changed, exceptions);
    }

    /**
     * {@return these with other hours on a date, in place of those of its day of the week}
     *
     * @param date which date
     * @param hours such as {@code 09:00-17:00}, see {@link Hours#of}
     */
    public WorkingHours except(LocalDate date, String... hours) {
        Map<LocalDate, List<Hours>> changed = new TreeMap<>(exceptions);
        changed.put(date, parsed(hours));
        return new WorkingHours(zone, week, changed);
    }

    /**
     * {@return these without hours that begin on a date} Those of the day before may still last into it.
     *
     * @param date which date
     */
    public WorkingHours closed(LocalDate date) {
        return except(date);
    }

    /**
     * {@return the hours that begin on a date, ordered by their start}
     *
     * @param date in the zone
     */
    public List<Hours> of(LocalDate date) {
        List<Hours> ofTheWeek = week.getOrDefault(date.getDayOfWeek(), List.of());
        return exceptions.getOrDefault(date, ofTheWeek);
    }

    private static List<Hours> parsed(String... hours) {
        List<Hours> parsed = new ArrayList<>();
        for (String text : hours) {
            parsed.add(Hours.of(text));
        }
        return parsed;
    }
}
