package io.calendarsync.testkit.example;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The server: a board with notes on it, which answers with all of them at once. Thread-safe. */
final class NoticeBoard {

    private final String key;
    private final Map<String, Note> notes = new TreeMap<>();
    private long version = 1;
    private int nextStatus;
    private Optional<Duration> pause = Optional.empty();
    private long requests;

    NoticeBoard(String key) {
        this.key = key;
    }

    /**
     * A note as it is pinned.
     *
     * @param rule a recurrence rule, empty where it happens once
     * @param replaces the note whose instance it replaces, empty where it stands alone
     * @param instance the local start of that instance
     */
    record Note(
            String id,
            String title,
            String start,
            String zone,
            String length,
            String rule,
            String replaces,
            String instance) {}

    /** What the server answers: 200 with all notes and their version, or another status with neither. */
    record Answer(int status, Optional<Duration> retryAfter, long version, List<Note> notes) {}

    synchronized Answer ask(String givenKey) {
        requests++;
        if (nextStatus != 0) {
            Answer refusal = new Answer(nextStatus, pause, 0, List.of());
            nextStatus = 0;
            return refusal;
        }
        return givenKey.equals(key)
                ? new Answer(200, Optional.empty(), version, List.copyOf(notes.values()))
                : new Answer(401, Optional.empty(), 0, List.of());
    }

    synchronized void pin(Note note) {
        notes.put(note.id(), note);
        version++;
    }

    synchronized void unpin(String id) {
        notes.values().removeIf(note -> note.id().equals(id) || note.replaces().equals(id));
        version++;
    }

    synchronized void refuseNext(int status, Optional<Duration> retryAfter) {
        nextStatus = status;
        pause = retryAfter;
    }

    synchronized long requests() {
        return requests;
    }
}
