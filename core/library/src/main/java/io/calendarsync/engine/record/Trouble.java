package io.calendarsync.engine.record;

import java.time.Instant;

/**
 * What went wrong since something last went well.
 *
 * @param failures how often in a row, 0 for never
 * @param kind the simple name of the last fault, empty for none
 * @param message its message
 * @param since when it began
 */
public record Trouble(int failures, String kind, String message, Instant since) {

    /** Returns no trouble. */
    public static Trouble none() {
        return new Trouble(0, "", "", Instant.EPOCH);
    }

    /** Returns the trouble after one more fault. */
    public Trouble again(RuntimeException fault, Instant now) {
        String text = fault.getMessage() == null ? "" : fault.getMessage();
        return new Trouble(failures + 1, fault.getClass().getSimpleName(), text, failures == 0 ? now : since);
    }

    static Trouble read(Fields fields) {
        return new Trouble(
                fields.count("failures"), fields.text("kind"), fields.text("message"), fields.instant("since"));
    }

    Fields write() {
        return Fields.none()
                .put("failures", failures)
                .put("kind", kind)
                .put("message", message)
                .put("since", since);
    }
}
