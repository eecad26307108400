package io.calendarsync.testkit.store;

/**
 * When a dying store dies; either way its caller gets a {@link io.calendarsync.spi.store.StoreException} and does not
 * know which.
 *
 * @since 0.1
 */
public enum Death {
    /** The writes were made and nothing of them is durable yet. */
    BEFORE_COMMIT,
    /** All is durable and the answer is lost. */
    AFTER_COMMIT
}
