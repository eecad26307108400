package io.calendarsync;

/**
 * What the host answers to a notification.
 *
 * @param status the HTTP status
 * @param contentType the media type of the body, empty where there is none
 * @param body the text to send, may be empty
 * @since 0.1
 */
public record NotificationReply(int status, String contentType, String body) {

    /**
     * {@return an answer without body}
     *
     * @param status an HTTP status
     */
    public static NotificationReply empty(int status) {
        return new NotificationReply(status, "", "");
    }
}
