package io.calendarsync;

/**
 * What a subscriber wants to be told.
 *
 * @param ownWrites whether it wants to be told of changes the library made for the host itself ({@link
 *     EventChange.Origin#OURS})
 * @since 0.1
 */
public record Interest(boolean ownWrites) {

    /** {@return everything but the host's own writes} */
    public static Interest usual() {
        return new Interest(false);
    }

    /** {@return everything} */
    public static Interest everything() {
        return new Interest(true);
    }

    /**
     * {@return whether it wants to be told of an entry}
     *
     * @param entry an entry of a log
     */
    public boolean covers(SyncEvent entry) {
        return ownWrites
                || !(entry instanceof EventChange change)
                || change.provenance().origin() != EventChange.Origin.OURS;
    }
}
