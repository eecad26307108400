package io.calendarsync.ics.internal.fetch;

/**
 * What lets a server say that nothing changed (RFC 9110 section 8.8).
 *
 * @param etag as sent, empty where there is none
 * @param lastModified as sent, empty where there is none
 */
public record Validators(String etag, String lastModified) {

    private static final Validators NONE = new Validators("", "");

    private static final int MOST_LENGTH = 1_000;

    /** Returns none. */
    public static Validators none() {
        return NONE;
    }

    static Validators of(ResponseHead head) {
        return new Validators(usable(head, "etag"), usable(head, "last-modified"));
    }

    /** Returns whether there is nothing to ask with. */
    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }

    private static String usable(ResponseHead head, String field) {
        String value = head.first(field).orElse("");
        boolean plain = value.length() <= MOST_LENGTH && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return plain ? value : "";
    }
}
