package io.calendarsync.examples;

/** The exit codes of every command. */
public final class Exit {

    /** All went well. */
    public static final int FINE = 0;

    /** The program itself failed, or nobody reads its output any more. */
    public static final int BROKEN = 1;

    /** The command was not understood; nothing was done. */
    public static final int USAGE = 2;

    /** A source or the state could not be read, or was refused; what was kept is as it was. */
    public static final int REFUSED = 3;

    /** Somebody has to look: deletions of a calendar are held back, or a fact is otherwise than documented. */
    public static final int REVIEW = 4;

    private Exit() {}
}
