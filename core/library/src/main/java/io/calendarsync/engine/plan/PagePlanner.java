package io.calendarsync.engine.plan;

import io.calendarsync.Difference;
import io.calendarsync.EventChange.Kind;
import io.calendarsync.EventChange.Origin;
import io.calendarsync.engine.record.Extents;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.spi.provider.RemoteChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what follows from a page. Immutable. */
public final class PagePlanner {

    private final Fingerprint fingerprints;
    private final EventDiff diff;

    /** Creates it. */
    public PagePlanner(Fingerprint fingerprints, EventDiff diff) {
        this.fingerprints = fingerprints;
        this.diff = diff;
    }

    /** Returns the plan; the same facts give the same plan. */
    public PagePlan plan(PageFacts facts) {
        Verdicts verdicts = Verdicts.of(facts);
        Map<String, Action> actions = new LinkedHashMap<>();
        verdicts.present().forEach((id, event) -> observe(event, facts).ifPresent(action -> actions.put(id, action)));
        for (String id : verdicts.gone()) {
            remove(id, facts, verdicts.present().keySet(), actions);
        }
        return new PagePlan(
                List.copyOf(actions.values()), verdicts.present().keySet(), verdicts.gone(), verdicts.unsettled());
    }

    private Optional<Action> observe(Event event, PageFacts facts) {
        KnownEvent before = facts.known().get(event.ref().eventId());
        String fingerprint = fingerprints.of(event);
        boolean late = ownWrite(event.ref().eventId(), facts)
                .filter(own -> own.wroteOver(event))
                .isPresent();
        if (before == null) {
            return late ? Optional.empty() : create(event, fingerprint, facts);
        }
        boolean settled = facts.settled().contains(event.ref().eventId());
        if (!settled && (late || isOlder(event, before.event()))) {
            return Optional.empty();
        }
        if (meansTheSame(before, event, fingerprint)) {
            return isSameVersion(before, event, fingerprint)
                    ? Optional.empty()
                    : Optional.of(new Action.Refresh(before, event, fingerprint));
        }
        Difference difference = diff.between(before.event(), event);
        return Optional.of(new Action.Update(before, event, fingerprint, difference, origin(event, facts)));
    }

    private Optional<Action> create(Event event, String fingerprint, PageFacts facts) {
        if (hasEnded(event, facts.horizon())) {
            return Optional.empty();
        }
        return Optional.of(new Action.Create(event, fingerprint, Kind.CREATED, origin(event, facts)));
    }

    /** A stamp only orders versions where the provider's server makes it; the later of two equal ones holds. */
    private static boolean isOlder(Event event, Event stored) {
        Optional<Instant> updated = event.revision().updated();
        Optional<Instant> known = stored.revision().updated();
        return updated.isPresent() && known.isPresent() && updated.get().isBefore(known.get());
    }

    /** Another reading of the same remote version is not news, nor is the same content under another version. */
    private boolean meansTheSame(KnownEvent before, Event event, String fingerprint) {
        String etag = event.revision().etag();
        if (!etag.isEmpty() && etag.equals(before.event().revision().etag())) {
            return true;
        }
        return fingerprints.sameAlgorithm(before.fingerprint(), fingerprint)
                ? before.fingerprint().equals(fingerprint)
                : fingerprints.of(before.event()).equals(fingerprint);
    }

    private static boolean isSameVersion(KnownEvent before, Event event, String fingerprint) {
        return before.fingerprint().equals(fingerprint)
                && before.event().revision().equals(event.revision())
                && before.event()
                        .extensions()
                        .extras()
                        .equals(event.extensions().extras());
    }

    private Origin origin(Event event, PageFacts facts) {
        return ownWrite(event.ref().eventId(), facts)
                        .filter(own -> own.left(event, fingerprints))
                        .isPresent()
                ? Origin.OURS
                : Origin.EXTERNAL;
    }

    private static Optional<OwnWrite> ownWrite(String eventId, PageFacts facts) {
        return Optional.ofNullable(facts.own().get(eventId));
    }

    private static void remove(String id, PageFacts facts, Set<String> present, Map<String, Action> actions) {
        Set<String> all = new LinkedHashSet<>();
        all.add(id);
        all.addAll(facts.overrides().getOrDefault(id, List.of()));
        for (String one : all) {
            KnownEvent before = facts.known().get(one);
            if (before != null && !present.contains(one)) {
                boolean ours = ownWrite(id, facts).filter(OwnWrite::deleted).isPresent();
                actions.put(one, new Action.Remove(before, Kind.DELETED, ours ? Origin.OURS : Origin.EXTERNAL));
            }
        }
    }

    /** Returns whether the last instance of an event has ended before then, wherever the viewer is. */
    static boolean hasEnded(Event event, Instant then) {
        return Extents.of(event).until().plus(Extents.ANY_ZONE).isBefore(then);
    }

    /** What the items of a page say of each id, taken together. */
    private record Verdicts(Map<String, Event> present, Set<String> gone, Set<String> unsettled) {

        static Verdicts of(PageFacts facts) {
            Map<String, List<RemoteChange>> byId = new LinkedHashMap<>();
            for (RemoteChange change : facts.changes()) {
                byId.computeIfAbsent(change.eventId(), id -> new ArrayList<>()).add(change);
            }
            Verdicts verdicts = new Verdicts(new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
            byId.forEach((id, items) -> verdicts.judge(id, items, facts));
            verdicts.doubtOrphans(facts);
            return verdicts;
        }

        private void judge(String id, List<RemoteChange> items, PageFacts facts) {
            boolean settled = facts.settled().contains(id);
            Optional<Event> newest = newest(items);
            boolean saysGone = items.stream().anyMatch(RemoteChange.Gone.class::isInstance);
            boolean doubtful = items.stream().anyMatch(RemoteChange.Doubtful.class::isInstance);
            boolean contrary = newest.isPresent()
                    ? saysGone || facts.memory().sawGone(id)
                    : facts.memory().sawPresent(id);
            boolean matters = newest.isPresent() || facts.known().containsKey(id) || contrary;
            if (!settled && (contrary || doubtful) && matters) {
                unsettled.add(id);
            } else if (newest.isPresent()) {
                present.put(id, newest.get());
            } else {
                gone.add(id);
            }
        }

        private static Optional<Event> newest(List<RemoteChange> items) {
            Event newest = null;
            for (RemoteChange item : items) {
                if (item instanceof RemoteChange.Present there && (newest == null || !isOlder(there.event(), newest))) {
                    newest = there.event();
                }
            }
            return Optional.ofNullable(newest);
        }

        /**
         * A page that shows an override and says its series is gone, or follows one that did, contradicts itself. Where the
         * series turns out to be gone, its override goes along: nobody would ever say so.
         */
        private void doubtOrphans(PageFacts facts) {
            for (Event event : List.copyOf(present.values())) {
                if (event.shape() instanceof EventShape.Override override) {
                    doubt(override.seriesId(), event.ref().eventId(), facts);
                }
            }
        }

        private void doubt(String seriesId, String overrideId, PageFacts facts) {
            boolean settled = facts.settled().contains(seriesId);
            boolean saidGone = gone.contains(seriesId)
                    || (!present.containsKey(seriesId) && facts.memory().sawGone(seriesId));
            if (settled && gone.contains(seriesId)) {
                present.remove(overrideId);
                gone.add(overrideId);
            } else if (!settled && saidGone) {
                gone.remove(seriesId);
                unsettled.add(seriesId);
            }
        }
    }
}
