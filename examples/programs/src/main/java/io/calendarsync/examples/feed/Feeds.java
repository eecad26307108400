package io.calendarsync.examples.feed;

import io.calendarsync.ics.AddressPolicy;
import io.calendarsync.ics.IcsFeedProvider;
import java.nio.file.Path;
import java.time.Duration;

/** The provider of the command line: files are read as well, since the user names them. */
final class Feeds {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration IN_ALL = Duration.ofMinutes(2);

    private Feeds() {}

    static IcsFeedProvider provider(AddressPolicy policy) {
        return IcsFeedProvider.builder()
                .addressPolicy(policy)
                .timeouts(CONNECT, IN_ALL)
                .allowFiles(Path.of("").toAbsolutePath().getRoot())
                .build();
    }
}
