package io.calendarsync.testkit.sim;

import static io.calendarsync.testkit.sim.CalendarJudge.require;

import io.calendarsync.CalendarSync;
import io.calendarsync.EventChange;
import io.calendarsync.FieldChange.Field;
import io.calendarsync.PublicationStatus;
import io.calendarsync.SyncEvent;
import io.calendarsync.WriteOutcome;
import io.calendarsync.engine.publish.Names;
import io.calendarsync.model.Event;
import io.calendarsync.model.HostKey;
import io.calendarsync.spi.provider.OwnMarker;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.JournalEntry;
import io.calendarsync.testkit.provider.ProviderCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges what is published by what the provider holds: never two events for one thing in one calendar, nothing that a user
 * deleted is created again, no write of ours is told as somebody else's, and at rest everything is as it was wanted last.
 * Confined.
 */
final class PublishJudge {

    static final String INSTALLATION = "simulation";

    private final World world;
    private final Names names = new Names(() -> INSTALLATION);
    private final Map<FakeCalendar, Long> read = new HashMap<>();
    private final Map<String, Trace> traces = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Map<String, Long> ours = new HashMap<>();
    private final Set<String> theirs = new HashSet<>();
    private final Set<String> toldVersions = new HashSet<>();
    private final MailJudge mails;

    PublishJudge(World world) {
        this.world = world;
        this.mails = new MailJudge(world, names);
    }

    /** What became of one thing in one calendar. Live are events the library made there. */
    private static final class Trace {
        private final HostKey key;
        private final Set<String> live = new TreeSet<>();
        private final Set<String> strays = new HashSet<>();
        private boolean deletedByUser;
        private boolean leaving;
        private boolean gone;
        private final Map<String, String> titles = new HashMap<>();
        private final Set<String> heldTitles = new HashSet<>();
        private boolean excused;
        private boolean denied;

        private Trace(HostKey key) {
            this.key = key;
        }
    }

    /** What was done at the provider since is the library's doing. */
    void catchUp() {
        world.remotes().forEach(remote -> entries(remote).forEach(entry -> byClient(remote, entry)));
    }

    /** What was done at the provider since is users' doing. */
    void editedByUsers() {
        world.remotes().forEach(remote -> entries(remote).forEach(entry -> byUser(remote, entry)));
    }

    private List<JournalEntry> entries(Remote remote) {
        FakeCalendar calendar = remote.calendar();
        long from = read.getOrDefault(calendar, 0L);
        if (calendar.version() == from) {
            return List.of();
        }
        List<JournalEntry> entries = calendar.journalSince(from);
        read.put(calendar, calendar.version());
        return entries;
    }

    private void byClient(Remote remote, JournalEntry entry) {
        if (entry.before().isPresent() && entry.before().equals(entry.after())) {
            return;
        }
        world.staging().untouched(remote, entry.eventId());
        Optional<Trace> found = trace(remote, entry);
        if (found.isEmpty()) {
            return;
        }
        Trace trace = found.get();
        entry.after().ifPresent(event -> ours.put(version(remote, event), entry.number()));
        if (entry.after().isEmpty()) {
            trace.live.remove(entry.eventId());
            return;
        }
        if (entry.before().isEmpty()) {
            boolean derives =
                    remote.calendar().behaviour().writing() == io.calendarsync.testkit.provider.Writing.DERIVED_IDS;
            require(
                    !trace.deletedByUser || !derives || trace.excused,
                    "created again what a user has deleted: " + trace.key + " in " + remote.id());
            trace.deletedByUser = false;
            trace.gone = false;
        }
        trace.leaving = false;
        entry.before()
                .ifPresent(before -> overwritten(trace, before, entry.after().orElseThrow()));
        trace.live.add(entry.eventId());
        trace.titles.put(entry.eventId(), entry.after().orElseThrow().title());
        require(
                trace.live.size() < 2 || trace.denied,
                "there are two events of one thing: " + trace.key + " in " + remote.id() + ": " + trace.live);
    }

    /** What a user has called it is only called otherwise once the host has been told that it was. */
    private static void overwritten(Trace trace, Event before, Event after) {
        boolean byUser = before.title().startsWith(Users.TITLE);
        require(
                !byUser
                        || after.title().equals(before.title())
                        || trace.heldTitles.contains(before.title())
                        || trace.excused,
                "a user's title was written over: " + trace.key + " was '" + before.title() + "'");
    }

    private void byUser(Remote remote, JournalEntry entry) {
        entry.after().ifPresent(event -> theirs.add(version(remote, event)));
        trace(remote, entry).ifPresent(trace -> {
            entry.after().ifPresent(event -> trace.titles.put(entry.eventId(), event.title()));
            if (entry.after().isEmpty()) {
                boolean was = trace.live.remove(entry.eventId());
                trace.gone |= was;
                trace.deletedByUser |= was && !trace.leaving;
                trace.strays.add(entry.eventId());
            }
        });
    }

    /** Of an event users moved here from elsewhere, the mark names another place. */
    private Optional<Trace> trace(Remote remote, JournalEntry entry) {
        Optional<Event> event = entry.after().or(entry::before);
        String marker = event.map(OwnMarker::on).orElse("");
        if (marker.isEmpty()) {
            return Optional.empty();
        }
        String id = remote.id().value() + " " + marker;
        begin(remote);
        return Optional.ofNullable(traces.get(id)).filter(trace -> !trace.strays.contains(entry.eventId()));
    }

    private void begin(Remote remote) {
        if (begun.add(remote.id().value())) {
            for (HostKey key : Author.things()) {
                String own = names.of(remote.owner(), key, remote.id(), 0).marker();
                traces.put(remote.id().value() + " " + own, new Trace(key));
            }
        }
    }

    private Optional<Trace> traceOf(Remote remote, HostKey key) {
        String marker = names.of(remote.owner(), key, remote.id(), 0).marker();
        return Optional.ofNullable(traces.get(remote.id().value() + " " + marker));
    }

    /** The host agrees that it is gone, wherever it was. */
    void retracted(HostKey key) {
        catchUp();
        world.remotes()
                .forEach(remote -> traceOf(remote, key).ifPresent(trace -> {
                    trace.deletedByUser = false;
                    trace.leaving = true;
                }));
    }

    /** What was published there is the user's from now on, and nothing is known of it any more. */
    void forgotten(String account) {
        catchUp();
        world.remotes().forEach(this::begin);
        traces.forEach((id, trace) -> {
            boolean there = world.remotes().stream()
                    .anyMatch(remote -> remote.account().equals(account)
                            && id.startsWith(remote.id().value() + " "));
            trace.excused |= there;
        });
    }

    /** A provider that denies an event it holds cannot be kept in order. */
    void answered(ProviderCall call) {
        if (call.kind().isWrite()) {
            mails.look();
        }
        if (call.kind() != ProviderCall.Kind.FETCH) {
            return;
        }
        catchUp();
        world.remotes().stream()
                .filter(remote -> remote.calendar().id().equals(call.calendar()))
                .forEach(this::excuseDenied);
    }

    private void excuseDenied(Remote remote) {
        String prefix = remote.id().value() + " ";
        List<Trace> living = traces.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .filter(trace -> !trace.live.isEmpty())
                .toList();
        if (!living.isEmpty()) {
            Set<String> shown = remote.calendar().events().keySet();
            living.stream().filter(trace -> !shown.containsAll(trace.live)).forEach(trace -> {
                trace.excused = true;
                trace.denied = true;
            });
        }
    }

    /** A write of ours is told as ours, unless it was told before or somebody else's change comes with it. */
    void told(CalendarCommitView commit) {
        Optional<Remote> found = world.remotes().stream()
                .filter(remote -> remote.id().value().equals(commit.id))
                .findFirst();
        if (found.isEmpty() || commit.entries.isEmpty()) {
            return;
        }
        catchUp();
        Remote remote = found.get();
        for (SyncEvent entry : commit.entries) {
            if (entry instanceof WriteOutcome outcome
                    && outcome.result().heldBack().contains(Field.TITLE)) {
                traceOf(remote, outcome.hostKey())
                        .ifPresent(trace ->
                                trace.live.forEach(id -> trace.heldTitles.add(trace.titles.getOrDefault(id, ""))));
            }
            if (entry instanceof EventChange change && change.after().isPresent()) {
                told(remote, change);
            }
        }
    }

    private void told(Remote remote, EventChange change) {
        Event after = change.after().orElseThrow();
        String version = version(remote, after);
        require(
                change.provenance().origin() == EventChange.Origin.EXTERNAL || !theirs.contains(version),
                "a user's change is told as ours: " + CalendarJudge.name(after));
        Long number = ours.get(version);
        boolean news = toldVersions.add(version + " " + change.position().epoch());
        if (number == null || !news || change.initial() || change.provenance().origin() == EventChange.Origin.OURS) {
            return;
        }
        JournalEntry write = remote.calendar().journalSince(number - 1).get(0);
        String over = write.before().map(event -> event.revision().etag()).orElse("");
        String was = change.before().map(event -> event.revision().etag()).orElse("");
        Optional<Trace> trace = trace(remote, write);
        require(
                !over.equals(was) || trace.map(one -> one.excused).orElse(true),
                "our own write is told as somebody else's: " + CalendarJudge.name(after));
    }

    private static String version(Remote remote, Event event) {
        return remote.id().value() + " " + event.ref().eventId() + " "
                + event.revision().etag();
    }

    /** Whatever is said to be published is, in its last revision. */
    void settled(Author author, CalendarSync sync) {
        for (HostKey key : author.wishes().keySet()) {
            PublicationStatus status = sync.publisher().status(key);
            boolean done = status.state() != PublicationStatus.State.PUBLISHED
                    || (status.written().equals(status.wanted())
                            && status.event().isPresent());
            require(done, key + " is said to be published and is not: " + status);
        }
    }

    /** Everything is as the host wanted it last. */
    void atRest(Author author, List<Remote> live, CalendarSync sync) {
        catchUp();
        mails.look();
        author.wishes().forEach((key, wish) -> {
            if (wish.where().isPresent() && !live.contains(wish.where().get())) {
                return;
            }
            PublicationStatus status = sync.publisher().status(key);
            for (Remote remote : live) {
                Optional<Trace> trace = traceOf(remote, key);
                Set<String> there = trace.map(one -> one.live).orElseGet(TreeSet::new);
                boolean excused = trace.map(one -> one.excused).orElse(false);
                boolean wanted = wish.where().filter(remote::equals).isPresent();
                if (wanted && remote.calendar().behaviour().writing().isAllowed()) {
                    present(key, wish, remote, trace, status);
                } else {
                    require(
                            there.isEmpty() || excused,
                            "a ghost of " + key + " is left in " + remote.id() + ": " + there + " of " + status);
                }
            }
        });
    }

    private void present(
            HostKey key, Author.Wish wish, Remote remote, Optional<Trace> trace, PublicationStatus status) {
        boolean excused = trace.map(one -> one.excused).orElse(false);
        boolean deleted = trace.map(one -> one.gone).orElse(false);
        Set<String> there = trace.map(one -> one.live).orElseGet(TreeSet::new);
        if (status.state() == PublicationStatus.State.REMOVED_REMOTELY) {
            require(
                    deleted || excused,
                    key + " is said to be deleted by a user, and none did: " + remote.id() + " " + status);
            return;
        }
        require(status.state() == PublicationStatus.State.PUBLISHED, key + " is not published at rest: " + status);
        require(there.size() == 1 || excused, key + " is wanted in " + remote.id() + " and there are " + there);
        String id = status.event().orElseThrow().eventId();
        Event event = remote.calendar()
                .event(id)
                .orElseThrow(() -> new Violation(key + " is said to be where it is not: " + id));
        if (!event.degradations().isEmpty()) {
            return;
        }
        require(event.title().equals(wish.title()), key + " is called '" + event.title() + "' and not " + wish.title());
        require(wish.time().filter(event.time()::equals).isPresent(), key + " takes place at another time");
    }
}
