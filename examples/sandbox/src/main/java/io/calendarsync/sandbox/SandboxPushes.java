package io.calendarsync.sandbox;

import io.calendarsync.sandbox.google.GoogleServer;
import io.calendarsync.sandbox.google.push.PushPlan.Fate;
import java.time.Duration;
import java.util.List;

/**
 * What is done to push messages, and what became of them. Thread-safe.
 *
 * @since 0.1
 */
public final class SandboxPushes {

    private final GoogleServer server;

    SandboxPushes(GoogleServer server) {
        this.server = server;
    }

    private void arrange(Fate fate, int messages) {
        server.world().run(() -> server.pushPlan().arrange(fate, messages));
    }

    /**
     * Sends the next messages as they are.
     *
     * @param messages how many
     */
    public void sendNext(int messages) {
        arrange(Fate.SEND, messages);
    }

    /**
     * Loses the next messages.
     *
     * @param messages how many
     */
    public void dropNext(int messages) {
        arrange(Fate.DROP, messages);
    }

    /**
     * Loses every message, or no longer.
     *
     * @param drops whether they are lost
     */
    public void dropAll(boolean drops) {
        server.world().run(() -> server.pushPlan().dropAll(drops));
    }

    /**
     * Sends the next messages twice.
     *
     * @param messages how many
     */
    public void duplicateNext(int messages) {
        arrange(Fate.DUPLICATE, messages);
    }

    /**
     * Holds the next messages back until they are released.
     *
     * @param messages how many
     */
    public void holdNext(int messages) {
        arrange(Fate.HOLD, messages);
    }

    /** Sends what was held back, in its order. */
    public void release() {
        server.world().run(() -> server.channels().release(false));
    }

    /** Sends what was held back, the last first. */
    public void releaseReversed() {
        server.world().run(() -> server.channels().release(true));
    }

    /**
     * Has the sync message of a new channel arrive before the answer of the watch call, for five seconds at most.
     *
     * @param before whether it does; by default either can come first
     */
    public void syncBeforeAnswer(boolean before) {
        server.world().run(() -> server.pushPlan().syncBeforeAnswer(before));
    }

    /**
     * Waits until no message is underway.
     *
     * @param patience how long at most, of real time
     * @return whether none is
     */
    public boolean settle(Duration patience) {
        return server.pusher().settle(patience);
    }

    /**
     * Returns what became of the messages, at most the first hundred thousand.
     *
     * @return the messages
     */
    public List<PushRecord> records() {
        return server.pusher().records();
    }

    /**
     * Returns the channels that are open.
     *
     * @return the channels
     */
    public List<ChannelView> channels() {
        return server.world().locked(() -> server.channels().views());
    }
}
