package io.calendarsync.examples.google;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What says where calendars and consent are, and who asks. What connect was told is kept for later commands. */
public final class GoogleOptions {

    @Option(
            names = "--client-file",
            paramLabel = "FILE",
            description = {
                "the client's id and secret, as Google's console gives them for download;",
                "otherwise CALENDARSYNC_GOOGLE_CLIENT_ID and CALENDARSYNC_GOOGLE_CLIENT_SECRET, or what connect was told"
            })
    @Nullable
    Path clientFile;

    @Option(names = "--root-url", paramLabel = "URL", description = "another server's API, above calendar/v3/")
    @Nullable
    URI root;

    @Option(names = "--auth-url", paramLabel = "URL", description = "its consent page")
    @Nullable
    URI auth;

    @Option(names = "--token-url", paramLabel = "URL", description = "where it gives tokens; revoke is beside it")
    @Nullable
    URI token;

    @Option(
            names = "--sandbox",
            description = {
                "a stand-in for Google: the one at --root-url (examples/run sandbox), or one within this program,",
                "which begins anew in each run: its calendars are the same, what was edited in it is gone"
            })
    boolean sandbox;

    /** Returns whether anything was said that differs from what is kept. */
    boolean isSaid() {
        return clientFile != null || root != null || auth != null || token != null || sandbox;
    }
}
