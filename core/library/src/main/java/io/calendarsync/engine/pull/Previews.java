package io.calendarsync.engine.pull;

import io.calendarsync.CursorLost;
import io.calendarsync.Plan;
import io.calendarsync.engine.plan.Action;
import io.calendarsync.engine.plan.PagePlan;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.EventKey;
import io.calendarsync.engine.record.Keys;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.Review;
import io.calendarsync.engine.record.Round;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventRef;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what a turn would do, and does none of it. Thread-safe. */
public final class Previews {

    private static final int SHOWN = 1000;

    private final Shelf shelf;
    private final Rules rules;
    private final Providers providers;
    private final Pages pages;

    /** Creates it. */
    public Previews(Shelf shelf, Rules rules, Providers providers, Observing observing) {
        this.shelf = shelf;
        this.rules = rules;
        this.providers = providers;
        this.pages = observing.pages();
    }

    /** Returns a plan that is held back. */
    Plan heldBack(CalendarRecord calendar, Review review) {
        CalendarId id = calendar.info().id();
        List<EventKey> missing = shelf.reviews().read(id, review.planId());
        List<EventRef> shown = refs(id, missing.subList(0, Math.min(SHOWN, missing.size())));
        return new Plan(id, review.planId(), review.since(), 0, 0, review.missing(), shown);
    }

    /** Returns what the provider's answer would do now; where the cursor is lost, what a new listing would. */
    Plan ofNextTurn(CalendarRecord calendar, ConnectionRecord connection, Instant now) {
        SyncWindow window = new SyncWindow(now.minus(rules.past()), now.plus(rules.future()));
        try (ProviderSession session = providers.open(connection)) {
            if (calendar.cursor().isPresent()) {
                try {
                    return read(
                            calendar,
                            session,
                            new Round.Span(now, window),
                            calendar.cursor().get());
                } catch (CursorLost e) {
                    return read(calendar, session, new Round.Span(now, window), new Position.Start(window));
                }
            }
            return read(calendar, session, new Round.Span(now, window), new Position.Start(window));
        }
    }

    private Plan read(CalendarRecord calendar, ProviderSession session, Round.Span span, Position from) {
        Tally tally = new Tally();
        Position at = from;
        Coverage coverage = Coverage.CHANGES;
        boolean last = false;
        while (!last) {
            ChangePage page = session.changes(calendar.info().remoteId(), at);
            coverage = page.coverage();
            tally.add(pages.plan(calendar, Round.begin(1, coverage, at, span), page.changes(), session));
            at = page.next();
            last = page.isLast();
        }
        if (coverage != Coverage.CHANGES) {
            shelf.events().eachKey(calendar.info().id(), tally::missIfUnseen);
        }
        return tally.plan(calendar.info().id(), span.asOf());
    }

    private List<EventRef> refs(CalendarId id, List<EventKey> keys) {
        List<EventRef> refs = new ArrayList<>();
        for (List<EventKey> batch : Sweeper.batches(keys)) {
            shelf.events().at(id, batch).stream().map(KnownEvent::event).forEach(event -> refs.add(event.ref()));
        }
        return refs;
    }

    /** What the pages add up to. */
    private final class Tally {

        private int creations;
        private int updates;
        private final Set<String> present = new HashSet<>();
        private final List<EventRef> deleted = new ArrayList<>();
        private final List<EventKey> missing = new ArrayList<>();

        void add(PagePlan plan) {
            for (Action action : plan.actions()) {
                if (action instanceof Action.Create) {
                    creations++;
                } else if (action instanceof Action.Update) {
                    updates++;
                } else if (action instanceof Action.Remove remove) {
                    deleted.add(remove.before().event().ref());
                }
            }
            plan.present().forEach(id -> present.add(Keys.of(id)));
        }

        void missIfUnseen(EventKey key) {
            if (!present.contains(key.id())) {
                missing.add(key);
            }
        }

        Plan plan(CalendarId id, Instant now) {
            List<EventRef> all = new ArrayList<>(deleted);
            all.addAll(refs(id, missing.subList(0, Math.min(SHOWN, missing.size()))));
            int deletions = deleted.size() + missing.size();
            return new Plan(id, "", now, creations, updates, deletions, all.subList(0, Math.min(SHOWN, all.size())));
        }
    }
}
