package io.calendarsync.engine.record;

/** How soon somebody needs what a request brings; who needs it sooner may spend more of what has been saved up. */
public enum Urgency {
    /** A reading nobody waits for. */
    POLL(50),
    /** What ends if it is not done in time, such as a watch channel; and what goes on that was begun. */
    RENEWAL(75),
    /** Somebody waits for it. */
    INTERACTIVE(100);

    private final int percent;

    Urgency(int percent) {
        this.percent = percent;
    }

    /** Returns how much of savings may be spent before there is nothing left for it. */
    public double shareOf(double savings) {
        return savings * percent / 100;
    }
}
