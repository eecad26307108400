package io.calendarsync.model;

/**
 * A description.
 *
 * @param content the text, empty where there is none; untrusted, never to be shown as HTML without cleaning
 * @param format what the content is
 * @since 0.1
 */
public record Text(String content, Format format) {

    /** What a text is written in. */
    public enum Format {
        /** Plain text. */
        PLAIN,
        /** HTML. */
        HTML
    }

    /** {@return no text} */
    public static Text none() {
        return plain("");
    }

    /**
     * {@return plain text}
     *
     * @param content may hold several lines
     */
    public static Text plain(String content) {
        return new Text(content, Format.PLAIN);
    }

    /**
     * {@return HTML}
     *
     * @param content as the source gave it
     */
    public static Text html(String content) {
        return new Text(content, Format.HTML);
    }
}
