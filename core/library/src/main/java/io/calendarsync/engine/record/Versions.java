package io.calendarsync.engine.record;

/**
 * Who wrote a payload and who may read it.
 *
 * @param writer the format's version at the writer
 * @param oldestReader the oldest version whose readers understand it rightly
 */
record Versions(int writer, int oldestReader) {

    /** Those of this build; see docs/decisions/0005-payloads.md for when to raise which. */
    static final Versions CURRENT = new Versions(1, 1);

    /** Returns whether a build of these versions may read what was written so. */
    boolean mayRead(Versions written) {
        return written.oldestReader <= writer;
    }
}
