package io.calendarsync.google.internal.oauth;

import io.calendarsync.model.Access;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scopes of Google's Calendar API: the least to ask for, and what those granted allow. */
final class Scopes {

    private static final String PREFIX = "https://www.googleapis.com/auth/calendar";
    private static final String LIST = PREFIX + ".calendarlist.readonly";

    private static final Set<String> LISTING = Set.of(PREFIX, PREFIX + ".readonly", PREFIX + ".calendarlist", LIST);
    private static final Set<String> WRITING = Set.of(PREFIX, PREFIX + ".events");
    private static final Set<String> READING =
            Set.of(PREFIX, PREFIX + ".events", PREFIX + ".readonly", PREFIX + ".events.readonly");
    private static final Set<String> BUSY = Set.of(
            PREFIX, PREFIX + ".events", PREFIX + ".readonly", PREFIX + ".events.readonly", PREFIX + ".events.freebusy");

    private Scopes() {}

    /** Returns the least that allows so much. */
    static List<String> of(Access access) {
        return switch (access) {
            case FREE_BUSY -> List.of(PREFIX + ".events.freebusy", LIST);
            case READ -> List.of(PREFIX + ".events.readonly", LIST);
            case READ_WRITE -> List.of(PREFIX + ".events", LIST);
        };
    }

    /** Returns the most that scopes allow, as a token answer names them; empty where the calendars cannot be listed. */
    static Optional<Access> access(String granted) {
        Set<String> scopes = new HashSet<>(Arrays.asList(granted.strip().split("\\s+")));
        if (!meets(scopes, LISTING)) {
            return Optional.empty();
        }
        if (meets(scopes, WRITING)) {
            return Optional.of(Access.READ_WRITE);
        }
        if (meets(scopes, READING)) {
            return Optional.of(Access.READ);
        }
        return meets(scopes, BUSY) ? Optional.of(Access.FREE_BUSY) : Optional.empty();
    }

    private static boolean meets(Set<String> scopes, Set<String> wanted) {
        return scopes.stream().anyMatch(wanted::contains);
    }
}
