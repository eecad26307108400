package io.calendarsync.spi.provider;

/**
 * How far a calendar has been read. Tokens are opaque to the library and kept for as long as they serve.
 *
 * @since 0.1
 */
public sealed interface Position {

    /** The beginning: everything within the window is wanted. */
    record Start(SyncWindow window) implements Position {}

    /**
     * The middle of a listing or of a delta.
     *
     * @param base where the round began, {@link Start} or {@link Cursor}; what to fall back to when the token is refused
     * @param token the provider's page token
     */
    record NextPage(Position base, String token) implements Position {
        /**
         * Checks the base.
         *
         * @param base where the round began, {@link Start} or {@link Cursor}; what to fall back to when the token is
         *     refused
         * @param token the provider's page token
         * @throws IllegalArgumentException if it is itself a page
         */
        public NextPage {
            if (base instanceof NextPage) {
                throw new IllegalArgumentException("the base of a page is where its round began, not another page");
            }
        }
    }

    /** The end of a round: what changes after it is wanted. */
    record Cursor(String token) implements Position {}
}
