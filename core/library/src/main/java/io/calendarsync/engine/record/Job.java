package io.calendarsync.engine.record;

/**
 * Something to be done, by whichever node gets to it.
 *
 * @param queue which jobs it is scanned with; a subscriber's deliveries have a queue of their own, so that jobs no node
 *     can do never stand before those it can
 * @param kind what is to be done
 * @param target on what
 */
public record Job(String queue, String kind, String target) {

    static final String COMMON = "common";

    /** Returns a job any node can do. */
    public static Job of(String kind, String target) {
        return new Job(COMMON, kind, target);
    }

    /** Returns the job of reading a calendar. */
    public static Job pull(String calendarId) {
        return of("pull", calendarId);
    }

    /** Returns the job of telling all subscribers that a log has grown. */
    public static Job announce(String log) {
        return of("announce", log);
    }

    /** Returns the job of handing a log's entries to a subscriber; only nodes that have its handler do it. */
    public static Job deliver(String subscriber, String log) {
        return new Job(deliveries(subscriber), delivery(subscriber), log);
    }

    /** Returns the job of keeping a calendar's records tidy. */
    public static Job tidy(String calendarId) {
        return of("tidy", calendarId);
    }

    /** Returns the job of reading the list of an account's calendars. */
    public static Job list(String connectionId) {
        return of("list", connectionId);
    }

    /** Returns the job of having all of a connection looked at. */
    public static Job wake(String connectionId) {
        return of("wake", connectionId);
    }

    /** Returns the job of having all watches there are looked at. */
    public static Job rewatch() {
        return of("rewatch", "all");
    }

    /** Returns the job of looking after a watch. */
    public static Job watch(WatchTarget target) {
        return of("watch", target.value());
    }

    /** Returns the job of reading what is watched. */
    public static Job reading(WatchTarget target) {
        return target.calendar()
                .map(calendar -> pull(calendar.value()))
                .orElseGet(() -> list(target.connection().value()));
    }

    /** Returns the job of forgetting a consent that nobody gave. */
    public static Job consent(String name) {
        return of("consent", name);
    }

    /** Returns the job of writing to a calendar what is to be published there. */
    public static Job publish(String calendarId) {
        return of("publish", calendarId);
    }

    /** Returns the job of erasing what a connection that was taken away has left. */
    public static Job disconnect(String connectionId) {
        return of("disconnect", connectionId);
    }

    /** Returns the job of erasing an owner. */
    public static Job erase(String ownerKey) {
        return of("erase", ownerKey);
    }

    /** Returns the queue every node serves. */
    public static String common() {
        return COMMON;
    }

    /** Returns the queue of a subscriber's deliveries. */
    public static String deliveries(String subscriber) {
        return "to-" + subscriber;
    }

    /** Returns the kind of job that delivers to a subscriber. */
    public static String delivery(String subscriber) {
        return "deliver-" + subscriber;
    }

    String id() {
        return kind + ":" + target;
    }

    static Job read(String queue, String id) {
        int colon = id.indexOf(':');
        return new Job(queue, id.substring(0, colon), id.substring(colon + 1));
    }
}
