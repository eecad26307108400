package io.calendarsync.testkit.provider;

import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.RemoteCalendar;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An account of a fake server: which calendars it sees. Thread-safe.
 *
 * @since 0.1
 */
public final class FakeAccount {

    private final FakeCalendars server;
    private final String name;
    private final Map<String, Access> visible = new LinkedHashMap<>();
    private final List<String> journal = new ArrayList<>();
    private String key = "";
    private boolean revoked;
    private int pageSize = 100;

    FakeAccount(FakeCalendars server, String name) {
        this.server = server;
        this.name = name;
    }

    FakeAccount copy(FakeCalendars otherServer) {
        FakeAccount copy = new FakeAccount(otherServer, name);
        copy.visible.putAll(visible);
        copy.journal.addAll(journal);
        copy.key = key;
        copy.revoked = revoked;
        copy.pageSize = pageSize;
        return copy;
    }

    /** {@return the account's name} */
    public String name() {
        return name;
    }

    /**
     * {@return the calendar of that id, created, owned and seen by this account where there is none yet}
     *
     * @param id the provider's id
     */
    public FakeCalendar calendar(String id) {
        synchronized (server.lock()) {
            FakeCalendar calendar = server.calendarOf(id, name);
            if (calendar.owner().equals(name)) {
                if (visible.putIfAbsent(id, Access.READ_WRITE) == null) {
                    journal.add(id);
                }
            }
            return calendar;
        }
    }

    /**
     * Lets the account see a calendar, its own again or another's.
     *
     * @param calendar of the same server
     * @param access what the account may do with it
     */
    public void share(FakeCalendar calendar, Access access) {
        synchronized (server.lock()) {
            visible.put(calendar.id(), access);
            journal.add(calendar.id());
        }
    }

    /**
     * Takes a calendar out of the account's sight: from now on it is not found, and keeps what it holds.
     *
     * @param calendar the provider's id; ignored where the account does not see it
     */
    public void unshare(String calendar) {
        synchronized (server.lock()) {
            visible.remove(calendar);
            journal.add(calendar);
        }
    }

    /** Makes every request fail with status 401 until {@link #allow}. */
    public void revoke() {
        synchronized (server.lock()) {
            revoked = true;
        }
    }

    /** Takes a {@link #revoke} back. */
    public void allow() {
        synchronized (server.lock()) {
            revoked = false;
        }
    }

    /**
     * Sets the secret that opens the account; empty, as it is at first, where none is needed.
     *
     * @param secret what the account is opened with from now on
     * @return this account
     */
    public FakeAccount key(String secret) {
        synchronized (server.lock()) {
            key = secret;
            return this;
        }
    }

    /**
     * Sets how many calendars a page of the list holds.
     *
     * @param calendars 1 or more
     * @return this account
     */
    public FakeAccount pageSize(int calendars) {
        synchronized (server.lock()) {
            pageSize = calendars;
            return this;
        }
    }

    /** {@return what opens the account} */
    public Credential credential() {
        synchronized (server.lock()) {
            String query = key.isEmpty() ? "" : "?key=" + key;
            return new Credential.Feed(URI.create(FakeProvider.SCHEME + "://host/" + name + query), ZoneOffset.UTC);
        }
    }

    void admit(String given) {
        admit();
        if (!key.equals(given)) {
            throw Refusal.of(401, "The credential is not valid");
        }
    }

    void admit() {
        if (revoked) {
            throw Refusal.of(401, "The credential is not valid");
        }
    }

    void listed(String calendar) {
        if (visible.containsKey(calendar)) {
            journal.add(calendar);
        }
    }

    Account describe() {
        return new Account("fake-" + name, name + "@fake.example");
    }

    FakeCalendar open(String calendar) {
        synchronized (server.lock()) {
            if (!visible.containsKey(calendar)) {
                throw Refusal.of(404, "The account sees no such calendar");
            }
            return server.calendar(calendar);
        }
    }

    /**
     * Lists the calendars, or what changed; a page token is how many changes there were and the id of
     * the last one told, a cursor how many changes there were.
     */
    CalendarListPage list(Position from) {
        synchronized (server.lock()) {
            return from instanceof Position.Cursor cursor ? since(Integer.parseInt(cursor.token())) : all(from);
        }
    }

    private CalendarListPage since(int told) {
        Set<String> changed = new LinkedHashSet<>(journal.subList(told, journal.size()));
        List<RemoteCalendar> shown = visible.entrySet().stream()
                .filter(entry -> changed.contains(entry.getKey()))
                .map(this::described)
                .toList();
        changed.removeAll(visible.keySet());
        return new CalendarListPage(shown, List.copyOf(changed), end());
    }

    private Position.Cursor end() {
        return new Position.Cursor(Integer.toString(journal.size()));
    }

    private CalendarListPage all(Position from) {
        Position base = from instanceof Position.NextPage page ? page.base() : from;
        String token = from instanceof Position.NextPage page ? page.token() : journal.size() + "~";
        String begun = token.substring(0, token.indexOf('~') + 1);
        String last = token.substring(begun.length());
        List<RemoteCalendar> left = visible.entrySet().stream()
                .map(this::described)
                .filter(each -> each.id().compareTo(last) > 0)
                .sorted(FakeAccount::byId)
                .toList();
        List<RemoteCalendar> told = left.subList(0, Math.min(pageSize, left.size()));
        return told.size() < left.size()
                ? new CalendarListPage(
                        told,
                        new Position.NextPage(
                                base, begun + told.get(told.size() - 1).id()))
                : new CalendarListPage(told, new Position.Cursor(begun.substring(0, begun.length() - 1)));
    }

    /** Returns a calendar the account may write to. */
    FakeCalendar openToWrite(String calendar) {
        synchronized (server.lock()) {
            FakeCalendar open = open(calendar);
            if (allowed(open, visible.getOrDefault(calendar, Access.READ)) != Access.READ_WRITE) {
                throw Refusal.of(403, "The account may only read this calendar");
            }
            return open;
        }
    }

    private static Access allowed(FakeCalendar calendar, Access shared) {
        boolean readOnly = !calendar.behaviour().writing().isAllowed();
        return readOnly && shared == Access.READ_WRITE ? Access.READ : shared;
    }

    private RemoteCalendar described(Map.Entry<String, Access> entry) {
        FakeCalendar calendar = server.calendar(entry.getKey());
        return new RemoteCalendar(
                calendar.id(),
                calendar.name(),
                Optional.of(calendar.zone()),
                allowed(calendar, entry.getValue()),
                calendar.owner().equals(name));
    }

    private static int byId(RemoteCalendar left, RemoteCalendar right) {
        return left.id().compareTo(right.id());
    }
}
