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

    /** Deletions of a calendar are held back: somebody has to look at them. */
    public static final int REVIEW = 4;

    private Exit() {}
}
