package io.calendarsync.engine.pull;

import io.calendarsync.engine.plan.Action;
import io.calendarsync.engine.plan.OwnWrite;
import io.calendarsync.engine.plan.PageFacts;
import io.calendarsync.engine.plan.PagePlan;
import io.calendarsync.engine.plan.PagePlanner;
import io.calendarsync.engine.plan.RoundMemory;
import io.calendarsync.engine.plan.Unchanged;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.Round;
import io.calendarsync.engine.record.Sighting;
import io.calendarsync.engine.record.Stamps;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what a page's plan is made from, settles what the page leaves in doubt, and plans. Thread-safe. */
final class Pages {

    private final Shelf shelf;
    private final PagePlanner planner;
    private final Unchanged unchanged;
    private final UnaryOperator<Event> fit;
    private final OwnWrites ownWrites;

    Pages(Shelf shelf, PagePlanner planner, Unchanged unchanged, UnaryOperator<Event> fit) {
        this.shelf = shelf;
        this.planner = planner;
        this.unchanged = unchanged;
        this.fit = fit;
        this.ownWrites = new OwnWrites(shelf.ownWrites());
    }

    /** Plans a page; asks the session for single events where the page contradicts itself. */
    PagePlan plan(CalendarRecord calendar, Round round, List<RemoteChange> items, ProviderSession session) {
        CalendarId id = calendar.info().id();
        List<RemoteChange> all =
                items.stream().map(item -> ours(calendar, item)).toList();
        Map<String, KnownEvent> stored = shelf.events().find(id, ids(all.stream()));
        // What an earlier page said is gone is looked at, whatever its tag says.
        Set<String> same = round.sawGone() ? Set.of() : unchanged.among(all, stored);
        List<RemoteChange> changes =
                all.stream().filter(change -> !same.contains(change.eventId())).toList();
        stored.keySet().removeAll(same);
        PagePlan plan = planner.plan(facts(calendar, Optional.of(round), changes, stored, Set.of()));
        if (plan.unsettled().isEmpty()) {
            return plan.showing(same);
        }
        List<RemoteChange> settledChanges = new ArrayList<>();
        changes.stream()
                .filter(change -> !plan.unsettled().contains(change.eventId()))
                .forEach(settledChanges::add);
        for (String eventId : plan.unsettled()) {
            settledChanges.add(fetch(calendar, eventId, session));
        }
        // A series may be in doubt that the page does not name, and stored all the same.
        stored.putAll(shelf.events().find(id, plan.unsettled()));
        return planner.plan(facts(calendar, Optional.of(round), settledChanges, stored, plan.unsettled()))
                .disputing(plan.unsettled())
                .showing(same);
    }

    /** Asks for stored events one by one, and returns what follows: a listing read while it changed may miss some. */
    List<Action> ask(CalendarRecord calendar, List<KnownEvent> stored, ProviderSession session) {
        List<RemoteChange> answers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (KnownEvent known : stored) {
            answers.add(fetch(calendar, known.event().ref().eventId(), session));
            ids.add(known.event().ref().eventId());
        }
        Map<String, KnownEvent> known = shelf.events().find(calendar.info().id(), ids);
        return planner.plan(facts(calendar, Optional.empty(), answers, known, ids))
                .actions();
    }

    /** Returns what follows from what a write path saw: the answer to a write, or the truth as it was read just now. */
    PagePlan saw(CalendarRecord calendar, Sighting sighting) {
        CalendarId id = calendar.info().id();
        List<RemoteChange> seen =
                sighting.seen().stream().map(one -> ours(calendar, one)).toList();
        Set<String> ids = ids(seen.stream());
        PageFacts facts = facts(calendar, Optional.empty(), seen, shelf.events().find(id, ids), ids);
        return planner.plan(sighting.sent().map(facts::answering).orElse(facts));
    }

    /** Returns what the provider says of one event now. */
    private RemoteChange fetch(CalendarRecord calendar, String eventId, ProviderSession session) {
        Optional<Event> now = session.fetch(calendar.info().remoteId(), eventId);
        return now.<RemoteChange>map(event -> ours(calendar, new RemoteChange.Present(event)))
                .orElseGet(() -> new RemoteChange.Gone(eventId));
    }

    private static Set<String> ids(Stream<RemoteChange> changes) {
        return changes.map(RemoteChange::eventId).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private PageFacts facts(
            CalendarRecord calendar,
            Optional<Round> round,
            List<RemoteChange> changes,
            Map<String, KnownEvent> stored,
            Set<String> settled) {
        CalendarId id = calendar.info().id();
        Map<String, KnownEvent> known = new HashMap<>(stored);
        Map<String, List<String>> overrides = new HashMap<>();
        for (RemoteChange change : changes) {
            if (change instanceof RemoteChange.Gone) {
                List<String> of = shelf.events().overridesOf(id, change.eventId());
                if (!of.isEmpty()) {
                    overrides.put(change.eventId(), of);
                    known.putAll(shelf.events().find(id, of));
                }
            }
        }
        Map<String, OwnWrite> own = ownWrites.of(id, known.keySet(), changes);
        RoundMemory memory = round.map(one -> memory(id, one, changes)).orElseGet(RoundMemory::blank);
        return new PageFacts(changes, settled, known, overrides, memory, own, calendar.horizon());
    }

    /** Stamps are only read where they can matter: where a page says gone, or an earlier one did. */
    private RoundMemory memory(CalendarId id, Round round, List<RemoteChange> changes) {
        boolean saysGone = changes.stream().anyMatch(change -> !(change instanceof RemoteChange.Present));
        if (round.pages() == 0 || (!saysGone && !round.sawGone())) {
            return RoundMemory.blank();
        }
        Stamps present = saysGone ? shelf.seen().read(id, round.id()) : Stamps.none();
        Stamps gone = round.sawGone() ? shelf.seen().read(id, goneStamp(round)) : Stamps.none();
        return new RoundMemory() {
            @Override
            public boolean sawPresent(String eventId) {
                return present.containsEvent(eventId);
            }

            @Override
            public boolean sawGone(String eventId) {
                return gone.containsEvent(eventId);
            }
        };
    }

    static String goneStamp(Round round) {
        return round.id() + "-gone";
    }

    private RemoteChange ours(CalendarRecord calendar, RemoteChange item) {
        String eventId = Keyspace.eventId(item.eventId());
        if (item instanceof RemoteChange.Present present) {
            EventRef ref = new EventRef(calendar.info().id(), eventId);
            return RemoteChange.Present.tagged(
                    eventId, present.tag(), () -> ours(ref, kept(calendar, present.event())));
        }
        return item instanceof RemoteChange.Gone ? new RemoteChange.Gone(eventId) : new RemoteChange.Doubtful(eventId);
    }

    private static Event kept(CalendarRecord calendar, Event event) {
        return calendar.isTimesOnly() ? TimesOnly.of(event) : event;
    }

    private Event ours(EventRef ref, Event event) {
        Event mine =
                event.ref().equals(ref) ? event : event.toBuilder().ref(ref).build();
        return fit.apply(boundSeries(mine));
    }

    private static Event boundSeries(Event event) {
        if (event.shape() instanceof EventShape.Override override) {
            String seriesId = Keyspace.eventId(override.seriesId());
            return seriesId.equals(override.seriesId())
                    ? event
                    : event.toBuilder()
                            .shape(new EventShape.Override(seriesId, override.recurrenceId(), override.thisAndFuture()))
                            .build();
        }
        return event;
    }

    /** Returns the event ids of actions, for links. */
    static Set<String> ids(List<Action> actions) {
        Set<String> ids = new HashSet<>();
        for (Action action : actions) {
            if (action instanceof Action.Create create) {
                ids.add(create.after().ref().eventId());
            } else if (action instanceof Action.Update update) {
                ids.add(update.after().ref().eventId());
            } else if (action instanceof Action.Remove remove) {
                ids.add(remove.before().event().ref().eventId());
            }
        }
        return ids;
    }
}
