package io.calendarsync.benchmarks.agreement;

import java.util.List;
import java.util.SplittableRandom;

/** Rules as the dialogs of calendars make them. */
final class EverydayRule {

    static final List<String> NAMES = List.of(
            "every day",
            "every week",
            "days of the week",
            "working days",
            "day of the month",
            "day from the end",
            "weekday of the month",
            "last working day",
            "every year",
            "weekday of a month of the year");

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private EverydayRule() {}

    static String of(String name, SplittableRandom random) {
        String every = random.nextInt(3) > 0 ? "" : ";INTERVAL=" + (2 + random.nextInt(3));
        String month = ";BYMONTH=" + (1 + random.nextInt(12));
        String day = DAYS.get(random.nextInt(7));
        int ordinal = List.of(1, 2, 3, 4, -1).get(random.nextInt(5));
        return switch (name) {
            case "every day" -> "FREQ=DAILY" + every;
            case "every week" -> "FREQ=WEEKLY" + every;
            case "days of the week" ->
                "FREQ=WEEKLY" + every + ";BYDAY="
                        + List.of("MO,WE,FR", "TU,TH", "SA,SU", "MO,TU,WE,TH,FR", day)
                                .get(random.nextInt(5))
                        + (random.nextInt(2) == 0 ? "" : ";WKST=" + (random.nextBoolean() ? "SU" : "MO"));
            case "working days" -> "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR";
            case "day of the month" -> "FREQ=MONTHLY" + every + ";BYMONTHDAY=" + (1 + random.nextInt(31));
            case "day from the end" -> "FREQ=MONTHLY" + every + ";BYMONTHDAY=" + (-1 - random.nextInt(3));
            case "weekday of the month" -> "FREQ=MONTHLY" + every + ";BYDAY=" + ordinal + day;
            case "last working day" -> "FREQ=MONTHLY" + every + ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1";
            case "every year" -> "FREQ=YEARLY" + every;
            case "weekday of a month of the year" -> "FREQ=YEARLY" + every + month + ";BYDAY=" + ordinal + day;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
