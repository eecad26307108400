package io.calendarsync.testkit.provider;

/**
 * How a round is cut into pages.
 *
 * @param size most items of a page, 1 or more
 * @param shortPages how likely a page is cut short
 * @param emptyPages how likely a page is empty though more follows, or a page without items follows the last
 * @param order the order of items
 * @param live whether pages show what the calendar holds when they are asked for; otherwise all pages of a round show
 *     what it held when the round began
 * @since 0.1
 */
public record Paging(int size, double shortPages, double emptyPages, ListingOrder order, boolean live) {
    /**
     * Checks the size and that a round ends.
     *
     * @param size most items of a page, 1 or more
     * @param shortPages how likely a page is cut short
     * @param emptyPages how likely a page is empty though more follows, or a page without items follows the last
     * @param order the order of items
     * @param live whether pages show what the calendar holds when they are asked for; otherwise all pages of a round
     *     show what it held when the round began
     * @throws IllegalArgumentException if {@code size} is less than 1 or {@code emptyPages} more than 0.9
     */
    public Paging {
        if (size < 1) {
            throw new IllegalArgumentException("a page holds 1 item or more: " + size);
        }
        if (emptyPages > 0.9) {
            throw new IllegalArgumentException("a round of empty pages never ends: " + emptyPages);
        }
    }
}
