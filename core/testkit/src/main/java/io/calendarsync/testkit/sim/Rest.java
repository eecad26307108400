package io.calendarsync.testkit.sim;

import static io.calendarsync.testkit.sim.CalendarJudge.require;

import io.calendarsync.CalendarSync;
import io.calendarsync.Page;
import io.calendarsync.WatchStatus;
import io.calendarsync.engine.record.Fields;
import io.calendarsync.model.Event;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.testkit.Dice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The end of a history: all faults stop, time passes, and then every promise is looked at. Confined. */
final class Rest {

    private static final Duration LONG_ENOUGH = Duration.ofHours(31);
    private static final Duration FARTHEST = Duration.ofHours(25);
    private static final int UNTOLD_EDITS = 4;
    private static final int MOST_ROUNDS = 20_000;

    /** Takes several commits at the least a store may take. */
    private static final int LARGE_PAGE = 60;

    private final World world;
    private final Host host;

    Rest(World world, Host host) {
        this.world = world;
        this.host = host;
    }

    void comeToRest() {
        world.dice(Dice.of(world.scenario().seed()).split("rest"));
        heal();
        settle(Duration.ofHours(2));
        host.parked(anyNode(), false);
        settle(Duration.ofMinutes(30));
        live().forEach(this::judgeTold);
        live().stream().filter(Rest::hasLargePages).forEach(this::stopInPage);
        for (int edit = 0; edit < UNTOLD_EDITS; edit++) {
            live().forEach(this::editUntold);
            settle(LONG_ENOUGH.dividedBy(UNTOLD_EDITS));
        }
        live().forEach(this::judgeWatch);
        if (host.left().isEmpty() && !world.wasClockWrong()) {
            judgeChannels();
        }
        world.publications().settled(host.author(), anyNode().sync());
        host.author().insist(anyNode(), "Last but one");
        settle(Duration.ofHours(2));
        host.author().insist(anyNode(), "Last");
        live().forEach(remote -> host.agree(anyNode(), remote));
        settle(Duration.ofHours(1));
        world.server().finishLateWork();
        live().forEach(this::judgeCalendar);
        world.publications().atRest(host.author(), live(), anyNode().sync());
        judgeWork();
        judgeAudience();
        judgeAbsence();
    }

    private Node anyNode() {
        return world.nodes().get(0);
    }

    private List<Remote> live() {
        return world.remotes().stream()
                .filter(remote -> host.connected().contains(remote.account()))
                .toList();
    }

    private void heal() {
        world.calmDown();
        world.server().watches().silent(false);
        world.remotes().forEach(world.users()::share);
        world.remotes().forEach(remote -> remote.past().remember(world.moment()));
        for (Subscription one : world.subscriptions().values()) {
            one.calmDown();
            world.nodes().forEach(node -> one.deploy(node.number()));
        }
        for (Node node : world.nodes()) {
            node.clock().offset(Duration.ZERO);
            require(world.start(node), "a node does not start though nothing is wrong");
        }
        for (String account : Set.copyOf(host.erased())) {
            world.on(anyNode(), sync -> sync.operations().erase(new io.calendarsync.model.OwnerId(account)));
        }
        for (Remote remote : world.remotes()) {
            if (!host.connected().contains(remote.account())) {
                world.on(anyNode(), sync -> sync.connections().disconnect(remote.connection()));
            } else {
                host.connect(remote.account(), world.dice());
                world.on(anyNode(), sync -> sync.connections().resume(remote.connection()));
            }
        }
    }

    /** Does all there is to do for so long, from one due time to the next. */
    private void settle(Duration passed) {
        Instant end = world.clock().instant().plus(passed);
        for (int round = 0; ; round++) {
            require(round < MOST_ROUNDS, "the engine does not come to rest");
            boolean any = false;
            for (Node node : world.nodes()) {
                int[] done = new int[1];
                require(world.on(node, sync -> done[0] = sync.work().runDue(50)), "work fails though nothing is wrong");
                any |= done[0] > 0;
            }
            if (any) {
                continue;
            }
            Instant now = world.clock().instant();
            if (!now.isBefore(end)) {
                return;
            }
            Instant next = earliest().filter(due -> due.isBefore(end)).orElse(end);
            world.clock().jumpTo(next.isAfter(now) ? next : now.plus(Duration.ofMinutes(1)));
        }
    }

    private Optional<Instant> earliest() {
        return world.mirror().all().stream()
                .filter(record -> record.key().collection().startsWith(Mirror.DUE))
                .map(StoredRecord::at)
                .min(Instant::compareTo);
    }

    private CalendarView view(Remote remote) {
        return new CalendarView(world.mirror()
                .fields(Mirror.calendarKey(remote.id().value()))
                .orElseThrow(() -> new Violation("a connected calendar is not there: " + remote.id())));
    }

    /** Late in the history, so that nothing else has the calendar listed anew and hides what got lost. */
    private void stopInPage(Remote remote) {
        world.stopInPage(anyNode(), remote, world.dice());
        require(anyNode().isUp() || world.start(anyNode()), "a node does not start though nothing is wrong");
    }

    private static boolean hasLargePages(Remote remote) {
        return remote.calendar().behaviour().paging().size() >= LARGE_PAGE;
    }

    /** An edit of which no notice arrives: where a channel is dead, only this tells. */
    private void editUntold(Remote remote) {
        world.users().edit(StepKind.CREATE, remote, 0, world.dice());
        world.server().takeNotices();
    }

    /** Changes of a calendar are told as they happen, where its provider tells any: P6. */
    private void judgeWatch(Remote remote) {
        boolean told = remote.calendar().behaviour().stamps().updated();
        List<WatchStatus> watches = anyNode().sync().watches().of(remote.connection()).stream()
                .filter(watch -> watch.calendar().equals(Optional.of(remote.id())))
                .toList();
        require(watches.size() == 1, "a calendar has " + watches.size() + " watches");
        WatchStatus watch = watches.get(0);
        require(watch.isLive() == told, "a watch is " + watch);
        require(
                !told || world.server().watches().standing(remote.calendar().id()) > 0,
                "a watch is alive on paper only");
    }

    /** A channel that was asked for is remembered, or nobody could ever stop it (H29). */
    private void judgeChannels() {
        Set<String> known = new HashSet<>();
        world.mirror().all().stream()
                .filter(record -> record.key().collection().equals(Mirror.CHANNEL))
                .forEach(record -> known.add(record.key().id()));
        world.server().watches().channels().stream()
                .filter(world.server().watches()::stands)
                .forEach(channel -> require(known.contains(channel), "a channel stands and nobody knows it"));
    }

    private void judgeCalendar(Remote remote) {
        CalendarView calendar = view(remote);
        String state = calendar.state();
        require(
                state.equals("SYNCED"),
                "a calendar is stuck in " + state + ": "
                        + new String(calendar.fields().bytes(), StandardCharsets.UTF_8));
        Map<String, Event> stored = agenda(anyNode().sync(), remote);
        require(
                stored.keySet()
                        .equals(world.mirror().events(remote.id().value()).keySet()),
                "the agenda does not show what is stored");
        require(
                calendar.counted() == stored.size(),
                "a calendar counts " + calendar.counted() + " events and holds " + stored.size());
        new AgendaJudge(anyNode().sync())
                .judge(
                        remote.account(),
                        remote.id(),
                        stored.values(),
                        world.clock().instant());
        Map<String, Event> truth = remote.calendar().events();
        truth.forEach((id, event) -> {
            if (world.horizon().isInside(event, calendar)) {
                require(stored.containsKey(id), "an event is missing: " + CalendarJudge.name(event));
                Event kept = stored.getOrDefault(id, event);
                require(
                        Contents.isCut(kept) ? kept.title().equals(event.title()) : Contents.same(kept, event),
                        "an event is not as the provider has it: " + CalendarJudge.name(kept) + " instead of "
                                + CalendarJudge.name(event));
            }
        });
        stored.forEach((id, event) -> require(
                truth.containsKey(id)
                        || !world.horizon().isInside(event, calendar)
                        || (!calendar.discarded().isEmpty()
                                && host.kept().contains(remote.id().value() + "/" + id)),
                "an event is kept that the provider does not have: " + CalendarJudge.name(event)));
    }

    private static Map<String, Event> agenda(CalendarSync sync, Remote remote) {
        Map<String, Event> all = new HashMap<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Event> page = sync.agenda().events(remote.id(), after, 7);
            for (Event event : page.items()) {
                require(all.put(event.ref().eventId(), event) == null, "the agenda shows an event twice");
            }
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private void judgeWork() {
        Instant now = world.clock().instant();
        Set<String> due = new HashSet<>();
        for (StoredRecord record : world.mirror().all()) {
            if (record.key().collection().startsWith(Mirror.DUE)) {
                String job = record.key().id();
                due.add(job);
                require(record.at().isAfter(now), "a job is due and nobody does it: " + job);
                require(!record.at().isAfter(now.plus(FARTHEST)), "a job is due too far ahead: " + job);
                require(!Fields.of(record.payload()).has("claim"), "a job is claimed at rest: " + job);
            }
        }
        for (Remote remote : live()) {
            for (String kind : List.of("pull:", "tidy:")) {
                require(due.contains(kind + remote.id().value()), "nothing is due that will " + kind + remote.id());
            }
        }
    }

    /** All there is has been told: without the help of what looks after the forgotten once a day, at first. */
    private void judgeTold(Remote remote) {
        String log = remote.id().value();
        CalendarView calendar = view(remote);
        for (String subscriber : world.audience().ready()) {
            long told = world.audience()
                    .place(subscriber, log)
                    .map(Audience.Place::last)
                    .orElse(0L);
            require(
                    told >= calendar.last(),
                    subscriber + " was told up to " + told + " of " + log + ", which has " + calendar.last());
        }
    }

    private void judgeAudience() {
        live().forEach(this::judgeTold);
        for (String subscriber : world.audience().ready()) {
            for (Remote remote : live()) {
                String log = remote.id().value();
                CalendarView calendar = view(remote);
                Optional<Audience.Place> place = world.audience().place(subscriber, log);
                Map<String, Event> replica = place.map(Audience.Place::replica).orElseGet(HashMap::new);
                compare(subscriber, replica, world.mirror().events(log), calendar);
            }
        }
        for (Remote remote : live()) {
            CalendarView calendar = view(remote);
            for (long number = calendar.purged() + 1; number <= calendar.last(); number++) {
                String digits = Long.toString(number);
                RecordKey key = new RecordKey(
                        Mirror.LOG,
                        remote.id().value(),
                        calendar.epoch() + "." + "0".repeat(19 - digits.length()) + digits);
                require(world.mirror().find(key).isPresent(), "an entry is neither kept nor purged: " + key);
            }
        }
    }

    private void compare(String subscriber, Map<String, Event> told, Map<String, Event> stored, CalendarView calendar) {
        stored.forEach((id, event) -> {
            require(told.containsKey(id), subscriber + " was never told of " + CalendarJudge.name(event));
            Event known = told.getOrDefault(id, event);
            require(
                    Contents.isCut(known) || Contents.same(known, event),
                    subscriber + " was told " + CalendarJudge.name(known) + " last, stored is "
                            + CalendarJudge.name(event));
        });
        told.forEach((id, event) -> require(
                stored.containsKey(id) || world.horizon().mayForget(event, calendar),
                subscriber + " was never told that there is no more " + CalendarJudge.name(event)));
    }

    /** Of an owner who was erased nothing is left, of a connection that was taken away only that it was. */
    private void judgeAbsence() {
        for (Remote remote : world.remotes()) {
            if (host.connected().contains(remote.account())) {
                continue;
            }
            boolean all = host.erased().contains(remote.account());
            String mark = all ? remote.ownerKey() : remote.id().value();
            for (StoredRecord record : world.mirror().all()) {
                boolean named = record.key().partition().contains(mark)
                        || record.key().id().contains(mark)
                        || (all && new String(record.payload(), StandardCharsets.UTF_8).contains(mark));
                require(!named, "something is left of what was taken away: " + record.key());
            }
        }
    }
}
