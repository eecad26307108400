package io.calendarsync;

/**
 * Takes what providers send to the host's endpoint. Thread-safe; answers within milliseconds.
 *
 * <p>A notice is a hint and never more: it makes a reading due. One that is forged, or of a channel nobody knows, is
 * dropped without a word.
 *
 * @since 0.1
 */
public interface Notifications {

    /**
     * {@return what to answer: 2xx for everything that was taken or dropped, 503 only while the store is down}
     *
     * @param request as the host received it; not trusted
     */
    NotificationReply handle(NotificationRequest request);
}
