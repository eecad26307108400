package io.calendarsync.google;

import io.calendarsync.spi.provider.AccessTokens;

/** Access tokens that say which they are: each one that is refused is followed by the next, up to the last. */
public final class FakeTokens implements AccessTokens {

    private final int last;
    private int refreshes;

    /**
     * Creates tokens.
     *
     * @param last how many times there is another one
     */
    public FakeTokens(int last) {
        this.last = last;
    }

    @Override
    public String current() {
        return "ya29.t0ken-" + Math.min(refreshes, last);
    }

    @Override
    public String insteadOf(String refused) {
        refreshes++;
        return current();
    }

    public int refreshes() {
        return refreshes;
    }
}
