package io.calendarsync.engine.record;

import java.time.Instant;

/**
 * Deletions held back because they look like a mistake.
 *
 * @param planId names the plan; another set of missing events has another
 * @param digest stands for the set of missing events, empty until a full listing has told it
 * @param missing how many events are missing
 * @param stored how many were stored
 * @param needed how many agreeing listings let it go by itself, 0 for never
 * @param agreed how many listings have agreed so far
 * @param since when the plan was made
 * @param listAt when the next full listing is due
 * @param decision what the host said
 * @param bySnapshot whether it came from a snapshot, so that an unchanged one agrees with it
 */
public record Review(
        String planId,
        String digest,
        int missing,
        int stored,
        int needed,
        int agreed,
        Instant since,
        Instant listAt,
        Decision decision,
        boolean bySnapshot) {

    /** What the host said to a plan. */
    public enum Decision {
        /** Nothing yet. */
        OPEN,
        /** Delete what is still missing. */
        CONFIRMED
    }

    /** Returns a review that waits for a full listing to tell what is missing. */
    public static Review unplanned(int stored, Instant now) {
        return new Review("", "", 0, stored, 0, 0, now, now, Decision.OPEN, false);
    }

    /** Returns whether a full listing has told what is missing. */
    public boolean isPlanned() {
        return !digest.isEmpty();
    }

    /** Returns the review after one more listing agreed. */
    public Review agreedAgain(Instant nextListing) {
        return new Review(
                planId, digest, missing, stored, needed, agreed + 1, since, nextListing, decision, bySnapshot);
    }

    /** Returns the review with another time for the next full listing. */
    public Review listAt(Instant nextListing) {
        return new Review(planId, digest, missing, stored, needed, agreed, since, nextListing, decision, bySnapshot);
    }

    /** Returns the review with another time at which the plan was made. */
    public Review since(Instant time) {
        return new Review(planId, digest, missing, stored, needed, agreed, time, listAt, decision, bySnapshot);
    }

    /** Returns the review the host agreed to. */
    public Review confirmed() {
        return new Review(
                planId, digest, missing, stored, needed, agreed, since, listAt, Decision.CONFIRMED, bySnapshot);
    }

    static Review read(Fields fields) {
        return new Review(
                fields.text("plan"),
                fields.text("digest"),
                fields.count("missing"),
                fields.count("stored"),
                fields.count("needed"),
                fields.count("agreed"),
                fields.instant("since"),
                fields.instant("listAt"),
                fields.constant("decision", Decision.OPEN),
                fields.flag("bySnapshot"));
    }

    Fields write() {
        return Fields.none()
                .put("plan", planId)
                .put("digest", digest)
                .put("missing", missing)
                .put("stored", stored)
                .put("needed", needed)
                .put("agreed", agreed)
                .put("since", since)
                .put("listAt", listAt)
                .put("decision", decision)
                .put("bySnapshot", bySnapshot);
    }
}
