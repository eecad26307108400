package io.calendarsync.examples.verify;

/** What the library takes for granted of Google Calendar, because Google documents it or is known to do it. */
enum Fact {
    OFFLINE_REFRESH("oauth", "access_type=offline with prompt=consent gives a refresh token"),
    HOUR("oauth", "An access token lasts about an hour"),
    NO_ROTATION("oauth", "A refresh gives no new refresh token: the old one stays"),
    INVALID_GRANT("oauth", "A refresh token that is none is refused as invalid_grant"),
    AUTH_ERROR("oauth", "An access token that is none is refused with 401 authError"),

    ONE_TOKEN_A_PAGE("sync", "A page has nextPageToken or nextSyncToken, never both and never neither"),
    TOKEN_ON_LAST("sync", "Only the last page has nextSyncToken"),
    SHORT_PAGE("sync", "A page may hold fewer than maxResults and not be the last"),
    DELTA_EDIT("sync", "A delta tells of an event that was edited"),
    DELTA_DELETE("sync", "A delta tells of a deleted event as cancelled, with its id"),
    DELTA_EMPTY("sync", "A delta without changes has no items and a nextSyncToken"),
    NO_WINDOW("sync", "timeMin beside a sync token is refused with 400"),
    NO_QUERY("sync", "q beside a sync token is refused with 400"),
    NO_ORDER("sync", "orderBy beside a sync token is refused with 400"),
    SHOW_DELETED("sync", "showDeleted=false beside a sync token is refused with 400"),
    UNREADABLE_TOKEN("sync", "A sync token that is none is refused with 400 or 410"),
    GET_CANCELLED("sync", "events.get gives deleted events, as cancelled"),

    EXCEPTION_APART("series", "With singleEvents=false a changed instance is an item of its own beside its master"),
    ORIGINAL_START("series", "originalStartTime stays when an instance is moved"),
    CANCELLED_INSTANCE("series", "A cancelled instance comes without showDeleted, with its series and original start"),
    ONE_UID("series", "Instances have the iCalUID of their series and ids of their own"),
    INSTANCE_ID("series", "The id of an instance is that of its series, an underscore and the original start in UTC"),
    NO_MASTERS("series", "With singleEvents=true no master is listed"),

    OWN_ID("writes", "An id of the client's own is taken: a to v and 0 to 9"),
    BAD_ID("writes", "An id with other characters is refused with 400"),
    DUPLICATE("writes", "An id that is taken is refused with 409 duplicate"),
    BURNT_ID("writes", "A deleted event keeps its id: 409 when it is inserted again"),
    REVIVED("writes", "An update with status confirmed brings a deleted event back"),
    GONE("writes", "Deleting what is deleted is 410 deleted"),
    STALE("writes", "If-Match with an old etag is 412 conditionNotMet"),
    UNCHANGED("writes", "If-None-Match with the etag is 304"),
    IMPORT_UPSERT("writes", "Importing one iCalUID twice leaves one event"),
    REMINDERS("writes", "updated does not move when only reminders change"),
    PRIVATE_PROPERTY("writes", "Private extended properties come back, and can be searched for"),
    EMPTY_RANGE("writes", "An end before the start is refused with 400 timeRangeEmpty"),
    NO_CALENDAR("writes", "A calendar nobody can see is 404 notFound"),
    BUSY_NOT_FOUND("writes", "freeBusy answers 200, with notFound for a calendar nobody can see"),

    HTTPS_ONLY("push", "A watch with an http address is refused with push.webhookUrlNotHttps"),
    MILLISECONDS("push", "An expiration in seconds is refused with 400"),
    STOP_UNKNOWN("push", "Stopping a channel nobody knows is 404"),
    WEEK("push", "A channel lasts seven days at most"),
    SYNC_FIRST("push", "The first message of a channel is sync, number 1"),
    NO_BODY("push", "Messages have no body, and name channel, token and resource"),
    EXISTS("push", "A change is told as exists, with a higher number"),
    CHANNEL_ONCE("push", "A channel's id is taken once: channelIdNotUnique"),
    STOPPED("push", "Stopping a channel is 204 without a body");

    private final String section;
    private final String says;

    Fact(String section, String says) {
        this.section = section;
        this.says = says;
    }

    String section() {
        return section;
    }

    String says() {
        return says;
    }
}
