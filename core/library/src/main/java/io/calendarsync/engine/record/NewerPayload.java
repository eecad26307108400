package io.calendarsync.engine.record;

/**
 * A payload that only a newer build may read. Whoever meets it leaves the record alone and releases the job: a node
 * that runs the newer build will take it.
 */
public final class NewerPayload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int oldestReader;

    NewerPayload(String message, int oldestReader) {
        super(message);
        this.oldestReader = oldestReader;
    }

    static NewerPayload of(Versions written, Versions ours) {
        return new NewerPayload(
                "payload by writer " + written.writer() + " needs reader " + written.oldestReader() + ", this one is "
                        + ours.writer(),
                written.oldestReader());
    }

    /** Returns the version of the oldest build that may read it; 0 where the payload does not say. */
    public int oldestReader() {
        return oldestReader;
    }
}
