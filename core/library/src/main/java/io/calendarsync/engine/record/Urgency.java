package io.calendarsync.engine.record;

/** How soon somebody needs what a request brings; who needs it sooner may spend more of a provider's budget. */
public enum Urgency {
    /** A reading nobody waits for. */
    POLL(80),
    /** What ends if it is not done in time, such as a watch channel. */
    RENEWAL(90),
    /** Somebody waits for it. */
    INTERACTIVE(100);

    private final int percent;

    Urgency(int percent) {
        this.percent = percent;
    }

    /** Returns how much of a budget may be spent before there is nothing left for it. */
    public long shareOf(long budget) {
        return budget * percent / 100;
    }
}
