package io.calendarsync.engine.record;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a subscriber has been told of a log.
 *
 * @param epoch the log's epoch the number belongs to
 * @param done the number of the last entry it has acknowledged
 * @param attempts how often the next entry failed
 * @param parked whether it waits for the host, after failing too often
 * @param snapshot how far a snapshot has been handed over; absent when none is under way
 * @param error the last failure, empty for none
 * @param at when it last moved
 */
public record ProgressRecord(
        String epoch, long done, int attempts, boolean parked, Optional<String> snapshot, String error, Instant at) {

    /** Returns progress at a place in a log. */
    public static ProgressRecord at(String epoch, long done, Instant now) {
        return new ProgressRecord(epoch, done, 0, false, Optional.empty(), "", now);
    }

    /** Returns progress that begins with a snapshot taken at a place in a log. */
    public static ProgressRecord snapshot(String epoch, long done, String from, Instant now) {
        return new ProgressRecord(epoch, done, 0, false, Optional.of(from), "", now);
    }

    /** Returns the progress after the next entry failed once more. */
    public ProgressRecord failed(String message, boolean park, Instant now) {
        return new ProgressRecord(epoch, done, attempts + 1, park, snapshot, message, now);
    }

    /** Returns the progress ready to try the same entry again. */
    public ProgressRecord resumed(Instant now) {
        return new ProgressRecord(epoch, done, 0, false, snapshot, "", now);
    }

    static ProgressRecord read(byte[] payload) {
        Fields fields = Fields.of(payload);
        return new ProgressRecord(
                fields.text("epoch"),
                fields.number("done"),
                fields.count("attempts"),
                fields.flag("parked"),
                fields.has("snapshot") ? Optional.of(fields.text("snapshot")) : Optional.empty(),
                fields.text("error"),
                fields.instant("at"));
    }

    byte[] bytes() {
        Fields fields = Fields.none()
                .put("epoch", epoch)
                .put("done", done)
                .put("attempts", attempts)
                .put("parked", parked)
                .put("error", error)
                .put("at", at);
        snapshot.ifPresent(text -> fields.put("snapshot", text));
        return fields.bytes();
    }
}
