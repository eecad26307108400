package io.calendarsync.ics.internal.fetch;

import io.calendarsync.ics.AddressPolicy;
import io.calendarsync.ics.FeedLimits;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * How feeds are fetched.
 *
 * @param policy where connections may go
 * @param limits how many bytes are read
 * @param connect how long one connection may take to open
 * @param total how long a request may take with all its redirects
 * @param userAgent what to call ourselves, absent to leave it to {@link UserAgents}
 * @param tls makes TLS connections
 */
public record FetchSettings(
        AddressPolicy policy,
        FeedLimits limits,
        Duration connect,
        Duration total,
        Optional<String> userAgent,
        SSLSocketFactory tls) {

    static final int MOST_REDIRECTS = 5;
}
