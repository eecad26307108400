package io.calendarsync.testkit.sim;

/**
 * What goes wrong in simulated histories. Each kind is counted where it happens, not where it was planned.
 *
 * @since 0.1
 */
public enum FaultKind {
    /** A node dies before the store hears of a call. */
    STORE_CRASH_BEFORE,
    /** A node dies after the store has answered: it did it, then failed. */
    STORE_CRASH_AFTER,
    /** A node dies before the provider hears of a call. */
    PROVIDER_CRASH_BEFORE,
    /** A node dies with the provider's answer in hand. */
    PROVIDER_CRASH_AFTER,
    /** A node dies before a subscriber's handler has done anything. */
    HANDLER_CRASH_BEFORE,
    /** A node dies after a handler has done its work and before that is known. */
    HANDLER_CRASH_AFTER,
    /** A node is stopped between two jobs. */
    NODE_STOPPED,
    /** The store throws and has done nothing. */
    STORE_FAILED,
    /** The store throws though the commit happened. */
    COMMIT_ANSWER_LOST,
    /** The provider is out of order (5xx). */
    UNAVAILABLE,
    /** The provider's answer is lost on the way. */
    ANSWER_LOST,
    /** The provider wants fewer requests (429). */
    RATE_LIMITED,
    /** A refusal names the pause it asks for. */
    RETRY_AFTER,
    /** The provider refuses the credential (401). */
    AUTHORIZATION_LOST,
    /** The provider refuses the request (403). */
    ACCESS_DENIED,
    /** The provider does not find what was asked for (404). */
    NOT_FOUND,
    /** The provider does not understand the request (400). */
    INVALID_REQUEST,
    /** The provider refuses one position (410). */
    POSITION_REFUSED,
    /** The provider does the work after the client has given up waiting. */
    FINISHED_LATE,
    /** The answer to a write is lost, or its node dies with it in hand. */
    WRITE_ANSWER_LOST,
    /** A user changes an event the host has put. */
    OURS_EDITED,
    /** A user deletes an event the host has put. */
    OURS_DELETED,
    /** The host wants an event in another calendar while the last wish is not fulfilled. */
    MOVED_UNSETTLED,
    /** The host wants what would mail people, and wants nobody to be mailed. */
    MAIL_UNASKED,
    /** The adapter throws what it does not declare. */
    UNDECLARED,
    /** Every cursor and page token of a calendar is refused from now on. */
    CURSORS_LOST,
    /** Every page token of a calendar is refused from now on. */
    PAGES_LOST,
    /** The provider leaves some events out, though nobody deleted them. */
    SOME_FORGOTTEN,
    /** The provider answers as if a calendar were empty. */
    ALL_FORGOTTEN,
    /** The user deletes everything. */
    CLEARED,
    /** A calendar is no longer found by the account. */
    UNSHARED,
    /** An entry cannot be mapped by the adapter. */
    SPOILED,
    /** An entry is larger than a payload may be. */
    GIANT,
    /** A node's clock runs years ahead for a moment. */
    CLOCK_YEARS_AHEAD,
    /** A node's clock is hours behind. */
    CLOCK_BEHIND,
    /** A node's clock is some seconds or minutes off. */
    CLOCK_SKEWED,
    /** A lease runs out while its holder is inside a call. */
    LEASE_OUTLIVED,
    /** Another node works while this one is inside a call. */
    NODE_BETWEEN,
    /** A user edits, and another node reads and announces it, while this one is inside a call. */
    NEWS_BETWEEN,
    /** A user edits while a node is inside a call. */
    EDIT_BETWEEN,
    /** A notice never arrives. */
    NOTICE_LOST,
    /** A notice arrives twice. */
    NOTICE_DOUBLED,
    /** A notice arrives long after its edit. */
    NOTICE_LATE,
    /** A notice has a wrong secret or an unknown channel. */
    NOTICE_FORGED,
    /** Watch channels end without a word, or stand and tell nothing. */
    CHANNELS_SILENT,
    /** Access tokens end before their time. */
    TOKENS_ENDED,
    /** The record of a credential is encrypted anew while its token is being renewed. */
    KEY_EXCHANGED,
    /** A node is held up while it renews a grant, and another renews it meanwhile. */
    RENEWED_ELSEWHERE,
    /** A consent that one owner began is completed by another. */
    CONSENT_SWAPPED,
    /** A notice arrives that another installation's channel has sent. */
    NOTICE_ASTRAY,
    /** A user takes a grant back. */
    GRANT_TAKEN_BACK,
    /** A handler throws once. */
    HANDLER_FAILED,
    /** A handler throws however often it is tried, until its log is parked. */
    HANDLER_STUBBORN,
    /** A subscriber is added while some nodes do not have it yet. */
    ROLLING_DEPLOY,
    /** No node has a subscriber's handler for longer than entries are kept. */
    SUBSCRIBER_ABSENT,
    /** An owner is erased while nodes work for them. */
    ERASED,
    /** A connection is taken away while nodes work for it. */
    DISCONNECTED
}
