package io.calendarsync.testkit.provider;

import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.RemoteCalendar;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account of a fake server: which calendars it sees. Thread-safe.
 *
 * @since 0.1
 */
public final class FakeAccount {

    private final FakeCalendars server;
    private final String name;
    private final Map<String, Access> visible = new LinkedHashMap<>();
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
                visible.putIfAbsent(id, Access.READ_WRITE);
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
        if (revoked || !key.equals(given)) {
            throw Refusal.of(401, "The credential is not valid");
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

    /** Lists the calendars; a page token is the id of the last one told. */
    CalendarListPage list(Position from) {
        synchronized (server.lock()) {
            Position base = from instanceof Position.NextPage page ? page.base() : from;
            List<RemoteCalendar> all = visible.entrySet().stream()
                    .map(this::described)
                    .sorted(FakeAccount::byId)
                    .toList();
            List<RemoteCalendar> left = from instanceof Position.NextPage page
                    ? all.stream()
                            .filter(each -> each.id().compareTo(page.token()) > 0)
                            .toList()
                    : all;
            List<RemoteCalendar> told = left.subList(0, Math.min(pageSize, left.size()));
            return told.size() < left.size()
                    ? new CalendarListPage(
                            told,
                            new Position.NextPage(
                                    base, told.get(told.size() - 1).id()))
                    : new CalendarListPage(told, new Position.Cursor("listed"));
        }
    }

    private RemoteCalendar described(Map.Entry<String, Access> entry) {
        FakeCalendar calendar = server.calendar(entry.getKey());
        return new RemoteCalendar(
                calendar.id(),
                calendar.name(),
                Optional.of(calendar.zone()),
                entry.getValue(),
                calendar.owner().equals(name));
    }

    private static int byId(RemoteCalendar left, RemoteCalendar right) {
        return left.id().compareTo(right.id());
    }
}
