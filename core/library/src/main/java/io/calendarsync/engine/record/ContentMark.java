package io.calendarsync.engine.record;

import io.calendarsync.model.Event;

/**
 * What stands for an event's content where its record is only glanced at.
 *
 * @param fingerprint of what it says, computed by us
 * @param tag the version tag its provider gave that state; empty where it gave none that can be kept, and where not all
 *     was understood, which is read again each time: the next build may do better
 */
public record ContentMark(String fingerprint, String tag) {

    private static final int LONGEST_TAG = 100;

    /** Returns the mark of an event with that fingerprint. */
    static ContentMark of(Event event, String fingerprint) {
        String tag = event.revision().etag();
        return new ContentMark(fingerprint, event.degradations().isEmpty() && isPlain(tag) ? tag : "");
    }

    /** Returns the mark a text stands for. */
    static ContentMark read(String text) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? new ContentMark(text, "")
                : new ContentMark(text.substring(0, blank), text.substring(blank + 1));
    }

    /** Returns the text that stands for it, of at most 255 bytes. */
    String text() {
        return tag.isEmpty() ? fingerprint : fingerprint + ' ' + tag;
    }

    private static boolean isPlain(String tag) {
        return tag.length() <= LONGEST_TAG && tag.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
