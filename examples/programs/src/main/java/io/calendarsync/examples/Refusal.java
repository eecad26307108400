package io.calendarsync.examples;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.spi.store.StoreException;
import java.io.UncheckedIOException;

/** Ends a command with one sentence and an exit code. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;

    private Refusal(int exit, String sentence) {
        super(sentence, null, false, false);
        this.exit = exit;
    }

    /** Returns one for an argument that cannot be used. */
    public static Refusal usage(String sentence) {
        return new Refusal(Exit.USAGE, sentence);
    }

    /** Returns one for a source or state that cannot be read. */
    public static Refusal unreadable(String sentence) {
        return new Refusal(Exit.REFUSED, sentence);
    }

    /** Returns one for output that nobody takes. */
    public static Refusal unwritable(String sentence) {
        return new Refusal(Exit.BROKEN, sentence);
    }

    /** Returns the exit code a fault stands for. */
    static int exit(Throwable fault) {
        if (fault instanceof Refusal refusal) {
            return refusal.exit;
        }
        return fault instanceof CalendarSyncException || fault instanceof StoreException ? Exit.REFUSED : Exit.BROKEN;
    }

    /** Returns a fault as one sentence for people, without the ids that are for logs. */
    public static String sentence(Throwable fault) {
        if (fault instanceof UncheckedIOException) {
            return "the output was closed; what was not printed comes with the next run";
        }
        if (fault instanceof StoreException) {
            return "the state cannot be read or written: is there room, and may you write to the folder?";
        }
        String message = fault.getMessage();
        if (fault instanceof CalendarSyncException || fault instanceof Refusal) {
            return withoutIds(String.valueOf(message));
        }
        return "failed with " + fault.getClass().getName() + (message == null ? "" : ": " + message);
    }

    /** Returns a fault's message without the ids it ends in. */
    public static String withoutIds(String message) {
        return message.replaceFirst(" \\((provider|connection|status|request)=[^()]*\\)$", "");
    }
}
