package io.calendarsync;

/**
 * Nothing was connected.
 *
 * @param why what the host may tell the user
 * @param detail one sentence for the host's log, without secrets
 * @since 0.1
 */
public record Declined(Why why, String detail) implements ConnectResult {

    /** Why nothing was connected. */
    public enum Why {
        /** The user said no. */
        USER_REFUSED,
        /** The state was never given out, was used before, or is older than ten minutes: begin again. */
        STATE_UNKNOWN_OR_USED,
        /** Somebody else began: who is signed in was led here by another's link, or changed the account meanwhile. */
        OTHER_OWNER,
        /** The user chose another account than the one that was to be connected again. */
        OTHER_ACCOUNT,
        /** The account is connected already, and another detail of it is stored: disconnect it first. */
        OTHER_DETAIL,
        /** The user did not grant all that was asked: begin again, and say why it is needed. */
        SCOPE_MISSING,
        /** The provider refused, or gave nothing that lasts; {@link Declined#detail} says what it said. */
        PROVIDER_REFUSED
    }
}
