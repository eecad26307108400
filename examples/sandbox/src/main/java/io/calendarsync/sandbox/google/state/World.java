package io.calendarsync.sandbox.google.state;

import io.calendarsync.sandbox.google.http.ApiException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * All people and calendars, under one lock. Every change takes the next number; etags, sync tokens and the order of
 * lists are made of it.
 */
public final class World {

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Ids ids;
    private final ZoneId defaultZone;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, StoredCalendar> calendars = new HashMap<>();
    private final List<ChangeListener> listeners = new ArrayList<>();
    private long version;

    /** Makes an empty world. */
    public World(InstantSource clock, long seed, ZoneId defaultZone) {
        this.clock = clock;
        this.ids = new Ids(seed);
        this.defaultZone = defaultZone;
    }

    /** Does something while nobody else does. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does something while nobody else does. */
    public void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** The time. */
    public Instant now() {
        return clock.instant();
    }

    /** What makes ids. */
    public Ids ids() {
        return ids;
    }

    /** The time zone of new calendars. */
    public ZoneId defaultZone() {
        return defaultZone;
    }

    /** The number of the newest change. */
    public long version() {
        return version;
    }

    /** Takes the next number. */
    public long nextVersion() {
        return ++version;
    }

    /** Tells somebody of every change from now on. */
    public void listen(ChangeListener listener) {
        listeners.add(listener);
    }

    /** Says that events of a calendar changed. */
    public void eventsChanged(StoredCalendar calendar) {
        listeners.forEach(listener -> listener.eventsChanged(calendar.id()));
    }

    /** Says that a calendar is no more. */
    public void calendarGone(StoredCalendar calendar) {
        calendars.remove(calendar.id());
        listeners.forEach(listener -> listener.calendarGone(calendar.id()));
    }

    /** Puts an entry into somebody's list as the newest change, and says so. */
    public ListEntry list(Account account, ListEntry entry) {
        ListEntry placed = entry.at(nextVersion());
        account.put(placed);
        listeners.forEach(listener -> listener.listChanged(account.email()));
        return placed;
    }

    /** Returns the person of an address; it comes to be when it is first named. */
    public Account account(String email) {
        Account known = accounts.get(email);
        if (known != null) {
            return known;
        }
        Account account = new Account(email, ids.subject());
        accounts.put(email, account);
        add(new StoredCalendar(email, email, email, defaultZone, true, false), account, true);
        return account;
    }

    /** Returns a person who is already there. */
    public Optional<Account> knownAccount(String email) {
        return Optional.ofNullable(accounts.get(email));
    }

    /** Returns everybody's address. */
    public List<String> everybody() {
        return accounts.keySet().stream().sorted().toList();
    }

    /** Makes a calendar that somebody owns. */
    public StoredCalendar addCalendar(Account owner, String title, ZoneId zone, boolean byApp) {
        String id = ids.event() + "@group.calendar.google.com";
        return add(new StoredCalendar(id, owner.email(), title, zone, true, byApp), owner, false);
    }

    /** Makes a calendar that nobody can watch, and puts it into somebody's list as a reader. */
    public StoredCalendar addHolidays(Account reader, String id, String title) {
        StoredCalendar calendar = calendars.computeIfAbsent(
                id, any -> new StoredCalendar(id, "holidays@google.com", title, defaultZone, false, false));
        calendar.allow(reader.email(), AccessRole.READER);
        list(reader, ListEntry.of(id, AccessRole.READER, false));
        return calendar;
    }

    private StoredCalendar add(StoredCalendar calendar, Account owner, boolean primary) {
        calendars.put(calendar.id(), calendar);
        calendar.allow(owner.email(), AccessRole.OWNER);
        list(owner, ListEntry.of(calendar.id(), AccessRole.OWNER, primary));
        return calendar;
    }

    /** Returns a calendar, whoever may see it. */
    public StoredCalendar calendar(String id) {
        return Optional.ofNullable(calendars.get(id)).orElseThrow(ApiException::notFound);
    }

    /** Returns a calendar as somebody names it: {@code primary} is the own one. Who may do nothing does not see it. */
    public StoredCalendar calendar(Account account, String id, AccessRole least) {
        StoredCalendar calendar = calendar(id.equals("primary") ? account.email() : id);
        AccessRole role = calendar.role(account.email());
        if (role == AccessRole.NONE) {
            throw ApiException.notFound();
        }
        if (!role.covers(least)) {
            throw ApiException.of(
                    403,
                    "calendar",
                    "requiredAccessLevel",
                    "You need to have " + least.wire() + " access to this calendar.");
        }
        return calendar;
    }
}
