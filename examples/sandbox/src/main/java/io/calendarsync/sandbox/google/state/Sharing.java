package io.calendarsync.sandbox.google.state;

import io.calendarsync.sandbox.google.http.ApiException;
import java.util.Map;

/** Shares, renames and deletes calendars. */
public final class Sharing {

    private final World world;

    /** Works on a world. */
    public Sharing(World world) {
        this.world = world;
    }

    /**
     * Lets somebody do something with a calendar; it comes into the list, or goes off it. The rules of access changed, so
     * sync tokens of its events are worth nothing any more.
     */
    public void share(StoredCalendar calendar, Account with, AccessRole role) {
        if (with.email().equals(calendar.owner())) {
            throw ApiException.forbidden("cannotChangeOwnAcl", "Cannot change your own access level.");
        }
        calendar.allow(with.email(), role);
        calendar.invalidateTokens();
        if (role == AccessRole.NONE) {
            with.entry(calendar.id()).ifPresent(entry -> world.list(with, entry.gone(AccessRole.NONE)));
        } else {
            world.list(
                    with,
                    with.entry(calendar.id())
                            .map(entry -> entry.as(role))
                            .orElseGet(() -> ListEntry.of(calendar.id(), role, false)));
        }
    }

    /** Gives a calendar another title. No entry of any list changes by that, so no list tells of it. */
    public void rename(StoredCalendar calendar, String title) {
        calendar.describe(title, calendar.description(), calendar.zone(), world.nextVersion());
    }

    /** Deletes a calendar for everybody. */
    public void delete(StoredCalendar calendar) {
        if (calendar.id().equals(calendar.owner())) {
            throw ApiException.forbidden("forbidden", "Forbidden");
        }
        Map<String, AccessRole> roles = calendar.roles();
        world.calendarGone(calendar);
        roles.forEach((email, role) -> world.knownAccount(email)
                .ifPresent(account ->
                        account.entry(calendar.id()).ifPresent(entry -> world.list(account, entry.gone(role)))));
    }
}
