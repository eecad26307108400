package io.calendarsync.sandbox;

import io.calendarsync.sandbox.google.GoogleServer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.oauth.Scopes;
import io.calendarsync.sandbox.google.state.Account;
import io.calendarsync.sandbox.google.state.ListEntry;
import io.calendarsync.sandbox.google.state.World;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A person in the sandbox, who does by hand what people do. Thread-safe.
 *
 * @since 0.1
 */
public final class SandboxUser {

    private final GoogleServer server;
    private final World world;
    private final String email;

    SandboxUser(GoogleServer server, String email) {
        this.server = server;
        this.world = server.world();
        this.email = email;
    }

    private Account account() {
        return world.account(email);
    }

    /**
     * Returns the mail address, which is the id of the primary calendar too.
     *
     * @return the address
     */
    public String email() {
        return email;
    }

    /**
     * Returns the id of the account, the {@code sub} of id tokens.
     *
     * @return the id
     */
    public String subject() {
        return world.locked(() -> account().subject());
    }

    /**
     * Returns the primary calendar.
     *
     * @return the calendar
     */
    public SandboxCalendar primary() {
        return new SandboxCalendar(server, email);
    }

    /**
     * Returns the calendars in the list, hidden ones too.
     *
     * @return the calendars
     */
    public List<SandboxCalendar> calendars() {
        return world.locked(() -> account().between(0, world.version()).values().stream()
                .filter(id -> !account().entry(id).orElseThrow().deleted())
                .map(id -> new SandboxCalendar(server, id))
                .toList());
    }

    /**
     * Makes a calendar in the sandbox's zone.
     *
     * @param title its title
     * @return the calendar
     */
    public SandboxCalendar addCalendar(String title) {
        return addCalendar(title, world.defaultZone());
    }

    /**
     * Makes a calendar.
     *
     * @param title its title
     * @param zone its time zone
     * @return the calendar
     */
    public SandboxCalendar addCalendar(String title, ZoneId zone) {
        String id = world.locked(
                () -> world.addCalendar(account(), title, zone, false).id());
        return new SandboxCalendar(server, id);
    }

    /**
     * Subscribes to a calendar of holidays, which nobody can watch.
     *
     * @param id its id, as {@code en.swiss#holiday@group.v.calendar.google.com}
     * @param title its title
     * @return the calendar
     */
    public SandboxCalendar addHolidays(String id, String title) {
        world.run(() -> world.addHolidays(account(), id, title));
        return new SandboxCalendar(server, id);
    }

    /**
     * Hides a calendar in the list, or shows it again.
     *
     * @param calendar the calendar
     * @param hidden whether it is hidden
     */
    public void hide(SandboxCalendar calendar, boolean hidden) {
        world.run(() -> {
            ListEntry entry = entry(calendar);
            world.list(account(), entry.shown(hidden, entry.selected(), entry.title(), entry.color()));
        });
    }

    /**
     * Takes a calendar off the list. What it is shared with stays as it is.
     *
     * @param calendar the calendar
     */
    public void unsubscribe(SandboxCalendar calendar) {
        world.run(() -> {
            ListEntry entry = entry(calendar);
            world.list(account(), entry.gone(entry.role()));
        });
    }

    private ListEntry entry(SandboxCalendar calendar) {
        return account().entry(calendar.id()).orElseThrow(ApiException::notFound);
    }

    /**
     * Agrees to what an application asks for, without a browser.
     *
     * @param scopes the scopes; the part behind {@code https://www.googleapis.com/auth/} is enough
     * @return the tokens
     */
    public SandboxTokens consent(String... scopes) {
        Set<String> full = new LinkedHashSet<>();
        Arrays.stream(scopes)
                .map(scope -> scope.startsWith("calendar") ? Scopes.PREFIX + scope : scope)
                .forEach(full::add);
        List<String> tokens = world.locked(() -> server.grants().consent(email, full));
        return new SandboxTokens(tokens.get(0), tokens.get(1));
    }

    /** Takes back what was agreed to: every token is dead, a refresh says {@code invalid_grant}. */
    public void revoke() {
        world.run(() -> server.grants().revoke(email));
    }

    /** Lets the access tokens expire. */
    public void expireAccessTokens() {
        world.run(() -> server.grants().expireAccess(email));
    }

    /**
     * Returns the refresh tokens that are alive.
     *
     * @return the tokens, the oldest first
     */
    public List<String> refreshTokens() {
        return world.locked(() -> server.grants().refreshTokens(email));
    }

    /** Makes the sync tokens of the list of calendars invalid: 410 {@code fullSyncRequired}. */
    public void invalidateListTokens() {
        world.run(() -> account().invalidateList());
    }
}
