package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.RecordKey;

/**
 * Which record stands under which key.
 *
 * <p>Ids contain their parents' (owner key, connection, calendar), so that every record of an owner is found from the
 * owner alone.
 */
public final class Keyspace {

    static final String OWNER = "owner";
    static final String OWNER_STATE = "state";
    static final String CONNECTION = "connection";
    static final String CREDENTIAL = "credential";
    static final String CALENDAR = "calendar";
    static final String EVENT = "event";
    static final String LONG_EVENT = "long-event";
    static final String OVERRIDE = "override";
    static final String LINK = "link";
    static final String SEEN = "seen";
    static final String REVIEW = "review";
    static final String LOG = "log";
    static final String SUBSCRIBER = "subscriber";
    static final String PROGRESS = "progress";
    static final String PARKED = "parked";
    static final String CHANNEL = "channel";
    static final String WATCH = "watch";
    static final String AUDIT = "audit";
    static final String DUE = "due";
    static final String OWN_WRITE = "own-write";
    static final String INSTALLATION = "installation";
    static final String CONSENT = "consent";
    static final String BUDGET = "budget";
    static final String ACCOUNT = "account";
    static final String CALENDAR_LIST = "calendar-list";
    static final String PUBLICATION = "publication";
    static final String ERRAND = "errand";
    static final String DEAD_LETTER = "dead-letter";

    private static final int LONGEST_EVENT_ID = 2000;
    private static final int LONGEST_ID = 200;

    private Keyspace() {}

    /** Returns the key under which everything of an owner is found; says nothing about who it is. */
    public static String ownerKey(OwnerId owner) {
        return Digest.text(owner.value()).substring(0, 26);
    }

    /** Returns the id of a connection; the same account gives the same id. */
    public static ConnectionId connectionId(OwnerId owner, String providerId, String accountId) {
        return new ConnectionId(ownerKey(owner) + "-"
                + Digest.text(providerId + "\n" + accountId).substring(0, 16));
    }

    /** Returns the id of a calendar; the same remote calendar gives the same id. */
    public static CalendarId calendarId(ConnectionId connection, String remoteId) {
        return new CalendarId(connection.value() + "-" + Digest.text(remoteId).substring(0, 16));
    }

    /** Returns an event id of bounded length: the provider's own, or where that is absurd, its beginning and digest. */
    public static String eventId(String remoteId) {
        return remoteId.length() <= LONGEST_EVENT_ID
                ? remoteId
                : remoteId.substring(0, LONGEST_EVENT_ID - 60) + "#" + Digest.text(remoteId);
    }

    /** Returns the connection a calendar belongs to. */
    public static ConnectionId connectionOf(CalendarId calendar) {
        return new ConnectionId(parent(calendar.value()));
    }

    /** Returns the owner key of a connection. */
    public static String ownerKeyOf(ConnectionId connection) {
        return parent(connection.value());
    }

    /** Returns the log of an owner's connections. */
    public static String ownerLog(String ownerKey) {
        return ownerKey;
    }

    static RecordKey owner(String ownerKey) {
        return new RecordKey(OWNER, ownerKey, OWNER_STATE);
    }

    static RecordKey ownerLife(String ownerKey) {
        return new RecordKey(OWNER, ownerKey, "life");
    }

    static RecordKey ownerHours(String ownerKey) {
        return new RecordKey(OWNER, ownerKey, "hours");
    }

    static RecordKey connection(ConnectionId id) {
        return new RecordKey(CONNECTION, ownerKeyOf(id), id.value());
    }

    static RecordKey credential(ConnectionId id) {
        return new RecordKey(CREDENTIAL, id.value(), "credential");
    }

    static RecordKey calendar(CalendarId id) {
        return new RecordKey(CALENDAR, connectionOf(id).value(), id.value());
    }

    /** Returns the partition of the overrides of one series. */
    static String overridesOf(CalendarId id, String seriesId) {
        return id.value() + "~" + Digest.text(seriesId).substring(0, 26);
    }

    /** Returns whether something may have that id: hosts hand in what they found in a request. */
    static boolean mayBeOurs(String id) {
        return id.lastIndexOf('-') > 0 && id.length() <= LONGEST_ID;
    }

    private static String parent(String id) {
        int dash = id.lastIndexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("not an id of this library: " + id);
        }
        return id.substring(0, dash);
    }
}
