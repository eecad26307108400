package io.calendarsync;

/**
 * Why only the user can bring a connection back.
 *
 * @since 0.1
 */
public enum Reconnect {
    /**
     * The provider says that the grant is not good any more. It does not say why: the user took it back, changed the
     * password, or was silent for months; an administrator's policy ended it; the application is still in a testing mode
     * whose grants last days; or the account has given this application too many grants, of which the oldest ends.
     */
    GRANT_LOST,
    /** The tokens are renewed but refused: what the user or an administrator consented to has changed. */
    CONSENT_CHANGED,
    /** The account is closed or suspended. */
    ACCOUNT_DISABLED,
    /**
     * The provider gives a new refresh token each time, and one got lost: an answer did not arrive, and the token sent was
     * used up.
     */
    ROTATION_LOST
}
