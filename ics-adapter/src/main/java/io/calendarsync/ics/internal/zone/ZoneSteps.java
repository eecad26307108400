package io.calendarsync.ics.internal.zone;

/**
 * How much may still be spent on the definitions of one feed: steps and not milliseconds, so that a feed is read alike
 * everywhere. What an ordinary feed needs is a hundredth. Confined to one thread.
 */
public final class ZoneSteps {

    private static final int MOST = 50_000;

    private int left = MOST;

    /** Takes what a definition costs; false, and nothing taken, where that is more than is left. */
    public boolean take(ZoneDefinition definition, Years years) {
        long cost = definition.cost(years.bounded());
        if (cost > left) {
            return false;
        }
        left -= (int) cost;
        return true;
    }
}
