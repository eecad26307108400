package io.calendarsync.sandbox.google.push;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** What happens to the next messages instead of being sent once and at once. Confined to the lock of its world. */
public final class PushPlan {

    private final Deque<Fate> next = new ArrayDeque<>();
    private final List<Message> held = new ArrayList<>();
    private boolean dropping;
    private boolean syncBeforeAnswer;

    /** Arranges the fate of the next messages. */
    public void arrange(Fate fate, int messages) {
        for (int message = 0; message < messages; message++) {
            next.add(fate);
        }
    }

    /** Loses every message from now on, or no longer. */
    public void dropAll(boolean drops) {
        dropping = drops;
    }

    /** Has the first message of a channel arrive before the answer that opens it, or when it comes. */
    public void syncBeforeAnswer(boolean before) {
        syncBeforeAnswer = before;
    }

    boolean isSyncBeforeAnswer() {
        return syncBeforeAnswer;
    }

    Fate fate() {
        Fate fate = next.poll();
        return dropping ? Fate.DROP : fate == null ? Fate.SEND : fate;
    }

    void hold(Message message) {
        held.add(message);
    }

    List<Message> release(boolean reversed) {
        List<Message> all = new ArrayList<>(held);
        held.clear();
        if (reversed) {
            Collections.reverse(all);
        }
        return all;
    }

    /** What happens to a message. */
    public enum Fate {
        /** It is sent. */
        SEND,
        /** It is lost. */
        DROP,
        /** It is sent twice. */
        DUPLICATE,
        /** It waits until messages are released. */
        HOLD
    }
}
