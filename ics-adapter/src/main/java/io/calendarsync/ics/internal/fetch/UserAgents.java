package io.calendarsync.ics.internal.fetch;

import java.util.Set;

/** What to call ourselves where the host does not say. */
final class UserAgents {

    private static final String PLAIN = "CalendarSync/0.1";

    /** Outlook on the web answers 500 to any caller it does not take for a browser. */
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    private static final Set<String> BROWSERS_ONLY =
            Set.of("outlook.office365.com", "outlook.office.com", "outlook.live.com");

    private UserAgents() {}

    static String forHost(String host) {
        return BROWSERS_ONLY.contains(host) ? BROWSER : PLAIN;
    }
}
