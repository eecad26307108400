package io.calendarsync.sandbox.google.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Scopes: what a token allows. */
public final class Scopes {

    /** What the scopes of the calendar begin with. */
    public static final String PREFIX = "https://www.googleapis.com/auth/";

    private static final Set<String> SAME_AS_EMAIL = Set.of("email", PREFIX + "userinfo.email");

    private static final Set<String> OTHERS =
            Set.of("openid", "email", "profile", PREFIX + "userinfo.email", PREFIX + "userinfo.profile");

    private static final Set<String> CALENDAR = Set.of(
            "calendar",
            "calendar.readonly",
            "calendar.events",
            "calendar.events.readonly",
            "calendar.events.owned",
            "calendar.events.owned.readonly",
            "calendar.events.freebusy",
            "calendar.events.public.readonly",
            "calendar.freebusy",
            "calendar.app.created",
            "calendar.calendarlist",
            "calendar.calendarlist.readonly",
            "calendar.calendars",
            "calendar.calendars.readonly",
            "calendar.acls",
            "calendar.acls.readonly",
            "calendar.settings.readonly");

    private Scopes() {}

    /** Reads scopes with blanks between. */
    public static Set<String> parse(String text) {
        return new LinkedHashSet<>(Arrays.stream(text.trim().split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .toList());
    }

    /** Writes scopes with blanks between. */
    public static String text(Collection<String> scopes) {
        return String.join(" ", scopes);
    }

    static boolean exists(String scope) {
        return OTHERS.contains(scope)
                || (scope.startsWith(PREFIX) && CALENDAR.contains(scope.substring(PREFIX.length())));
    }

    /** Returns whether one of a few scopes of the calendar is among those granted. */
    public static boolean allow(Set<String> granted, List<String> anyOf) {
        return anyOf.stream().anyMatch(scope -> granted.contains(PREFIX + scope));
    }

    static boolean showEmail(Set<String> granted) {
        return granted.stream().anyMatch(SAME_AS_EMAIL::contains);
    }
}
