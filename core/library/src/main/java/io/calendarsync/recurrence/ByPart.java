package io.calendarsync.recurrence;

/** The BY lists of numbers of a rule, with what their numbers may be (RFC 5545 section 3.3.10). */
enum ByPart {
    BYMONTH(1, 12, false),
    BYWEEKNO(1, 53, true),
    BYYEARDAY(1, 366, true),
    BYMONTHDAY(1, 31, true),
    BYHOUR(0, 23, false),
    BYMINUTE(0, 59, false),
    BYSECOND(0, 60, false),
    BYSETPOS(1, 366, true);

    private final int least;
    private final int most;
    private final boolean fromTheEnd;

    ByPart(int least, int most, boolean fromTheEnd) {
        this.least = least;
        this.most = most;
        this.fromTheEnd = fromTheEnd;
    }

    boolean allows(int number) {
        int size = fromTheEnd ? Math.abs(number) : number;
        return size >= least && size <= most;
    }

    /** Returns whether the part may stand in a rule of this frequency. */
    boolean fits(Frequency frequency) {
        return switch (this) {
            case BYWEEKNO -> frequency == Frequency.YEARLY;
            case BYYEARDAY -> frequency == Frequency.YEARLY || Frequency.DAILY.isLongerThan(frequency);
            case BYMONTHDAY -> frequency != Frequency.WEEKLY;
            default -> true;
        };
    }

    boolean isTimeOfDay() {
        return this == BYHOUR || this == BYMINUTE || this == BYSECOND;
    }
}
