package io.calendarsync.benchmarks.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rules of any parts that RFC 5545 section 3.3.10 lets stand together. */
final class OddRule {

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final String frequency;
    private final boolean allDay;
    private final SplittableRandom random;
    private final List<String> parts = new ArrayList<>();

    private OddRule(String frequency, boolean allDay, SplittableRandom random) {
        this.frequency = frequency;
        this.allDay = allDay;
        this.random = random;
    }

    static List<String> frequencies(boolean allDay) {
        return allDay
                ? List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
                : List.of("MINUTELY", "HOURLY", "DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY");
    }

    static String of(String frequency, boolean allDay, SplittableRandom random) {
        return new OddRule(frequency, allDay, random).text();
    }

    private String text() {
        boolean yearly = frequency.equals("YEARLY");
        boolean subDaily = frequency.equals("HOURLY") || frequency.equals("MINUTELY");
        parts.add("FREQ=" + frequency);
        parts.add("INTERVAL=" + (1 + random.nextInt(subDaily ? 90 : 3)));
        add(4, "BYMONTH", 1, 12, false);
        if (yearly) {
            add(10, "BYWEEKNO", 1, 53, true);
            add(8, "BYYEARDAY", 1, 366, true);
        }
        if (!frequency.equals("WEEKLY")) {
            add(3, "BYMONTHDAY", 1, 31, true);
        }
        addWeekdays(yearly || frequency.equals("MONTHLY"));
        if (!allDay) {
            add(5, "BYHOUR", 0, 23, false);
            add(8, "BYMINUTE", 0, 59, false);
        }
        if (parts.size() > 2) {
            add(8, "BYSETPOS", 1, 3, true);
        }
        if (random.nextInt(2) == 0) {
            parts.add("WKST=" + DAYS.get(random.nextInt(7)));
        }
        return String.join(";", parts);
    }

    private void add(int oneIn, String name, int least, int most, boolean negative) {
        if (random.nextInt(oneIn) > 0) {
            return;
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int number = least + random.nextInt(most - least + 1);
            numbers.add(negative && random.nextInt(3) == 0 ? -number : number);
        }
        parts.add(name + "=" + numbers.stream().map(Object::toString).collect(Collectors.joining(",")));
    }

    private void addWeekdays(boolean counted) {
        if (random.nextInt(3) == 0) {
            return;
        }
        boolean mayCount = counted && parts.stream().noneMatch(part -> part.startsWith("BYWEEKNO"));
        TreeSet<String> days = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int ordinal = mayCount && random.nextBoolean() ? 1 + random.nextInt(5) : 0;
            String sign = random.nextInt(3) == 0 ? "-" : "";
            days.add((ordinal == 0 ? "" : sign + ordinal) + DAYS.get(random.nextInt(7)));
        }
        parts.add("BYDAY=" + String.join(",", days));
    }
}
