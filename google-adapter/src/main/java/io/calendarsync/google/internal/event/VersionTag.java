package io.calendarsync.google.internal.event;

/**
 * The tag of a version as the library knows it: Google's etag, and how this adapter reads. Another way of reading makes
 * other tags, so that what is stored is read again.
 */
public final class VersionTag {

    /** To be raised whenever the same JSON is read differently than before. */
    private static final int READING = 1;

    private static final String SUFFIX = "~" + READING;

    private VersionTag() {}

    /** Returns the tag of an etag, empty where there is none. */
    public static String of(String etag) {
        return etag.isEmpty() ? "" : etag + SUFFIX;
    }

    /** Returns the etag in a tag, whichever version of this adapter made it; empty where there is none. */
    public static String etag(String tag) {
        int end = tag.lastIndexOf('~');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
