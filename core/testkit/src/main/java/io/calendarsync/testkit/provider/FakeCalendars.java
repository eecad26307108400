package io.calendarsync.testkit.provider;

import io.calendarsync.NotificationRequest;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.testkit.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A calendar server in memory: accounts, their calendars, and what users do with them. It is read through a
 * {@link FakeProvider}, edited through {@link FakeCalendar}, and made to fail through {@link #faults()} or a
 * {@link FaultPlan}.
 *
 * <pre>{@code
 * FakeCalendars server = new FakeCalendars(clock);
 * FakeCalendar calendar = server.account("anna").calendar("work").behave(Behaviour.graphLike());
 * Event lunch = calendar.create("Lunch", EventTime.Timed.of(noon, zone, Duration.ofHours(1)));
 * calendar.retitle(lunch.ref().eventId(), "Long lunch");
 * server.faults().failNext(ProviderCall.Kind.CHANGES, Refusal.of(503));
 * CalendarProvider provider = new FakeProvider(server);
 * }</pre>
 *
 * <p>All that looks like chance comes from the seed and from what was edited and asked, never from a thread or a wall
 * clock: the same steps give the same answers. Thread-safe.
 *
 * @since 0.1
 */
public final class FakeCalendars {

    private final InstantSource clock;
    private final Dice dice;
    private final Map<String, FakeAccount> accounts = new LinkedHashMap<>();
    private final Map<String, FakeCalendar> calendars = new LinkedHashMap<>();
    private final Map<ProviderCall.Kind, Long> calls = new EnumMap<>(ProviderCall.Kind.class);
    private final List<NotificationRequest> notices = new ArrayList<>();
    private final ScriptedFaults faults = new ScriptedFaults();
    private FakeGrants grants = new FakeGrants(this);
    private FakeWatches watches = new FakeWatches(this);
    private final List<LateWork> late = new ArrayList<>();
    private Optional<Instant> doneAt = Optional.empty();
    private FaultPlan plan = FaultPlan.none();
    private long arrived;

    /**
     * Creates a server without accounts, seeded with 0.
     *
     * @param clock the server's own time
     */
    public FakeCalendars(InstantSource clock) {
        this(clock, 0);
    }

    /**
     * Creates a server without accounts.
     *
     * @param clock the server's own time
     * @param seed what all its chances come from
     */
    public FakeCalendars(InstantSource clock, long seed) {
        this.clock = clock;
        this.dice = Dice.of(seed);
    }

    /**
     * {@return the account of that name, created where there is none yet}
     *
     * @param name any text
     */
    public FakeAccount account(String name) {
        synchronized (lock()) {
            return accounts.computeIfAbsent(name, absent -> new FakeAccount(this, absent));
        }
    }

    /**
     * {@return the calendar of that id}
     *
     * @param id the provider's id
     * @throws IllegalArgumentException if no account ever created it
     */
    public FakeCalendar calendar(String id) {
        synchronized (lock()) {
            FakeCalendar calendar = calendars.get(id);
            if (calendar == null) {
                throw new IllegalArgumentException("there is no calendar " + id);
            }
            return calendar;
        }
    }

    /**
     * {@return what a calendar holds, by event id, each event as {@code fetch} answers it}
     *
     * @param calendar the provider's id
     */
    public Map<String, Event> eventsOf(String calendar) {
        return calendar(calendar).events();
    }

    /** {@return all calendars ever created, in order of creation} */
    public List<FakeCalendar> calendars() {
        synchronized (lock()) {
            return List.copyOf(calendars.values());
        }
    }

    /** {@return who gives and renews grants for its accounts} */
    public FakeGrants grants() {
        return grants;
    }

    /** {@return the channels that tell of edits} */
    public FakeWatches watches() {
        return watches;
    }

    /** {@return the script of faults to come} */
    public ScriptedFaults faults() {
        return faults;
    }

    /**
     * Sets what stands before and after every call, in front of {@link #faults()}.
     *
     * @param plan asked at every call
     * @return this server
     */
    public FakeCalendars plan(FaultPlan plan) {
        synchronized (lock()) {
            this.plan = plan;
            return this;
        }
    }

    /** {@return how many calls of each kind arrived, failed ones included} */
    public Map<ProviderCall.Kind, Long> calls() {
        synchronized (lock()) {
            return Map.copyOf(calls);
        }
    }

    /**
     * {@return how many calls of that kind arrived, failed ones included}
     *
     * @param kind which call
     */
    public long calls(ProviderCall.Kind kind) {
        return calls().getOrDefault(kind, 0L);
    }

    /**
     * Takes the notifications that edits of watched calendars have caused; they are not given again.
     *
     * @return requests as the host receives them, oldest first; empty where nothing was edited
     */
    public List<NotificationRequest> takeNotices() {
        synchronized (lock()) {
            List<NotificationRequest> taken = List.copyOf(notices);
            notices.clear();
            return taken;
        }
    }

    /**
     * {@return an independent server with the same accounts, calendars, journals, tokens and counts} Fault plan, script
     * and waiting notifications are not copied. Costs one step for each event and edit; events are shared.
     *
     * @param otherClock the copy's own time
     */
    public FakeCalendars copy(InstantSource otherClock) {
        synchronized (lock()) {
            FakeCalendars copy = new FakeCalendars(otherClock, dice.seed());
            copy.arrived = arrived;
            copy.grants = grants.copy(copy);
            copy.watches = watches.copy(copy);
            copy.calls.putAll(calls);
            calendars.forEach((id, calendar) -> copy.calendars.put(id, calendar.copy(copy)));
            accounts.forEach((name, account) -> copy.accounts.put(name, account.copy(copy)));
            return copy;
        }
    }

    /** Returns whether clients choose the ids of events in all calendars of an account. */
    boolean derivesIds(String account) {
        synchronized (lock()) {
            return calendars.values().stream()
                    .filter(calendar -> calendar.owner().equals(account))
                    .noneMatch(calendar -> calendar.behaviour().writing() == Writing.FORGETFUL);
        }
    }

    /** Returns the id a creation gives its event in a calendar, absent where the server chooses it. */
    Optional<String> idIn(String calendar, Creation creation) {
        synchronized (lock()) {
            return Optional.ofNullable(calendars.get(calendar)).flatMap(found -> found.idOf(creation));
        }
    }

    /** Does the work by now that clients have given up waiting for, see {@link Refusal#finishedAfter}. */
    public void finishLateWork() {
        synchronized (lock()) {
            Instant now = clock.instant();
            List<LateWork> due =
                    late.stream().filter(work -> !work.at().isAfter(now)).toList();
            late.removeAll(due);
            for (LateWork work : due) {
                doneAt = Optional.of(work.at());
                try {
                    work.work().run();
                } catch (Refusal nobodyHears) {
                    continue;
                } finally {
                    doneAt = Optional.empty();
                }
            }
        }
    }

    /** Returns the time of what is being done: of late work, when it was done, whenever somebody looks. */
    InstantSource workClock() {
        return () -> doneAt.orElseGet(clock::instant);
    }

    void finishLater(Duration after, Runnable work) {
        synchronized (lock()) {
            late.add(new LateWork(clock.instant().plus(after), work));
        }
    }

    private record LateWork(Instant at, Runnable work) {}

    Object lock() {
        return accounts;
    }

    InstantSource clock() {
        return clock;
    }

    Dice dice(String calendar) {
        return dice.split(calendar);
    }

    FakeCalendar calendarOf(String id, String owner) {
        return calendars.computeIfAbsent(id, absent -> FakeCalendar.create(this, absent, owner));
    }

    void notify(NotificationRequest notice) {
        notices.add(notice);
    }

    ProviderCall arrived(ProviderCall.Kind kind, String account, String calendar, String eventId) {
        synchronized (lock()) {
            finishLateWork();
            calls.merge(kind, 1L, Long::sum);
            return new ProviderCall(++arrived, kind, account, calendar, eventId);
        }
    }

    FaultPlan faultPlan() {
        synchronized (lock()) {
            return plan.then(faults);
        }
    }

    FakeAccount enter(FakeAddress address) {
        synchronized (lock()) {
            FakeAccount account = named(address.account());
            account.admit(address.key());
            return account;
        }
    }

    /** Returns an account whose grant has been looked at. */
    FakeAccount admitted(String name) {
        synchronized (lock()) {
            FakeAccount account = named(name);
            account.admit();
            return account;
        }
    }

    private FakeAccount named(String name) {
        return Optional.ofNullable(accounts.get(name)).orElseThrow(() -> Refusal.of(404, "There is no such account"));
    }

    /** Lets every account that sees a calendar know that its description has changed. */
    void describedAnew(String calendar) {
        accounts.values().forEach(account -> account.listed(calendar));
    }
}
