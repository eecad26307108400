package io.calendarsync.engine.record;

import java.time.Instant;

/**
 * When a calendar was last looked at, and how much it holds.
 *
 * @param tried when the provider was last asked, the epoch for never
 * @param read when a round last ended well, the epoch for never
 * @param changed when a round last brought a change
 * @param events how many events are stored
 * @param generations how many listings ended well
 */
public record Pulse(Instant tried, Instant read, Instant changed, int events, int generations) {

    /** Returns that of a calendar never looked at. */
    public static Pulse none() {
        return new Pulse(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 0, 0);
    }

    /** Returns it after the provider was asked. */
    public Pulse tried(Instant now) {
        return new Pulse(now, read, changed, events, generations);
    }

    /** Returns it after a round ended well. */
    public Pulse read(Instant now) {
        return new Pulse(now, now, changed, events, generations);
    }

    /** Returns it after changes were applied. */
    public Pulse changed(Instant now, int difference) {
        return new Pulse(tried, read, now, events + difference, generations);
    }

    /** Returns it after a listing ended well. */
    public Pulse listed() {
        return new Pulse(tried, read, changed, events, generations + 1);
    }

    static Pulse read(Fields fields) {
        return new Pulse(
                fields.instant("tried"),
                fields.instant("read"),
                fields.instant("changed"),
                fields.count("events"),
                fields.count("generations"));
    }

    Fields write() {
        return Fields.none()
                .put("tried", tried)
                .put("read", read)
                .put("changed", changed)
                .put("events", events)
                .put("generations", generations);
    }
}
