package io.calendarsync.testkit.sim;

import io.calendarsync.CalendarSync;
import io.calendarsync.testkit.VirtualClock.NodeClock;
import org.jspecify.annotations.Nullable;

/** A node: it lives, dies and comes back; what belongs to an earlier life does nothing any more. Confined. */
final class Node {

    private final int number;
    private final NodeClock clock;
    private int lives;
    private @Nullable CalendarSync sync;

    Node(int number, NodeClock clock) {
        this.number = number;
        this.clock = clock;
    }

    NodeClock clock() {
        return clock;
    }

    /** Names the node's present life. */
    String life() {
        return "node" + number + "." + lives;
    }

    int number() {
        return number;
    }

    boolean isUp() {
        return sync != null;
    }

    CalendarSync sync() {
        if (sync == null) {
            throw new Crash();
        }
        return sync;
    }

    /** Begins a new life, to be ended by {@link #die}; calls are made before {@link #up}. */
    int begin() {
        sync = null;
        return ++lives;
    }

    void up(CalendarSync engine) {
        sync = engine;
    }

    void die() {
        sync = null;
        lives++;
    }

    boolean isLife(int life) {
        return lives == life;
    }

    int lives() {
        return lives;
    }

    @Override
    public String toString() {
        return life();
    }
}
