package io.calendarsync.sandbox;

/**
 * What became of one push message.
 *
 * @param channel the id of the channel
 * @param number the number of the message
 * @param state {@code sync}, {@code exists} or {@code not_exists}
 * @param outcome what became of it
 * @param attempts how often it was sent
 * @param status the last status that came back, 0 if none did
 * @since 0.1
 */
public record PushRecord(String channel, long number, String state, Outcome outcome, int attempts, int status) {

    /** What became of a message. */
    public enum Outcome {
        /** The receiver took it. */
        DELIVERED,
        /** The receiver would not have it, or could not be reached often enough. */
        FAILED,
        /** It was lost on purpose. */
        DROPPED
    }
}
