package io.calendarsync;

/**
 * How a connection stands.
 *
 * @since 0.1
 */
public enum ConnectionState {
    /** Not connected yet, or not any more. */
    DISCONNECTED,
    /** In use. */
    ACTIVE,
    /** The host does not want it used for now. */
    PAUSED,
    /** The provider does not let it in any more, and only its user can change that: ask for consent again, once. */
    RECONNECT_REQUIRED
}
