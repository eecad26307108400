package io.calendarsync.sandbox.google.state;

import java.util.SplittableRandom;

/** Makes ids, tokens and choices: the same ones for the same seed. Confined to the lock of its world. */
public final class Ids {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static final String BASE32HEX = "0123456789abcdefghijklmnopqrstuv";

    private static final int TOKEN = 48;

    private static final int EVENT = 26;

    private static final int SUBJECT = 21;

    private final SplittableRandom random;

    Ids(long seed) {
        random = new SplittableRandom(seed);
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Returns a secret. */
    public String token(String prefix) {
        return prefix + text(LETTERS, TOKEN);
    }

    /** Returns an id for an event, or the like. */
    public String event() {
        return text(BASE32HEX, EVENT);
    }

    /** Returns an id of digits, as accounts have. */
    public String subject() {
        return "1" + text("0123456789", SUBJECT - 1);
    }

    /** Returns a number from 0 to below a bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
