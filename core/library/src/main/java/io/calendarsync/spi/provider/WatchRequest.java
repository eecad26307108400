package io.calendarsync.spi.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A watch channel wanted. Secret: {@code toString} shows nothing that proves a notice.
 *
 * @param calendar the provider's id of the calendar to watch; absent to watch the account's list of calendars
 * @param channel the id we give it: 1 to 64 letters, digits and hyphens, never used before
 * @param secret what notices have to bring: at most 128 letters and digits
 * @param address where notices go; its query names our installation, the provider and the channel
 * @param life how long it should last; the answer says how long it does
 * @since 0.1
 */
public record WatchRequest(Optional<String> calendar, String channel, String secret, URI address, Duration life) {
    @Override
    public String toString() {
        return "WatchRequest[channel=" + channel + ", life=" + life + ", secret=(redacted)]";
    }
}
