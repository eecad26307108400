package io.calendarsync.engine.plan;

/** What the earlier pages of a round said. */
public interface RoundMemory {

    /** Returns whether an earlier page said the event is there. */
    boolean sawPresent(String eventId);

    /** Returns whether an earlier page said the event is gone. */
    boolean sawGone(String eventId);

    /** Returns the memory of a round without earlier pages. */
    static RoundMemory blank() {
        return new RoundMemory() {
            @Override
            public boolean sawPresent(String eventId) {
                return false;
            }

            @Override
            public boolean sawGone(String eventId) {
                return false;
            }
        };
    }
}
