package io.calendarsync.testkit.sim;

import io.calendarsync.CalendarSync;
import io.calendarsync.DeadLetter;
import io.calendarsync.PutResult;
import io.calendarsync.Use;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventDraftBuilder;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.provider.Writing;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the host wants to be published: a few things, each in one calendar at a time or in none. Confined. */
final class Author {

    private static final int THINGS = 5;

    /** Of this, whoever is invited is to hear. */
    static final HostKey ANNOUNCED = new HostKey("thing0");

    /** To this people are invited who are not to hear of it, where a provider leaves that to us. */
    private static final HostKey QUIET = new HostKey("thing1");

    /** This the host wants where whoever is invited is mailed, and wants nobody to be: it is never written. */
    private static final HostKey UNMAILED = new HostKey("unmailed");

    private static final int UNMAILED_OF = 6;

    private static final List<Attendee> GUESTS = List.of(new Attendee(
            new Person("guest@example.org", "Guest"), AttendeeRole.REQUIRED, ParticipationStatus.NEEDS_ACTION, false));

    private final World world;
    private final Map<HostKey, Wish> wishes = new LinkedHashMap<>();
    private long revision;

    Author(World world) {
        this.world = world;
    }

    /**
     * What is wanted of one thing.
     *
     * @param where in which calendar, absent for nowhere
     * @param revision of the wish
     * @param title what it is to be called
     * @param time when it is to take place
     */
    record Wish(Optional<Remote> where, long revision, String title, Optional<EventTime> time) {}

    /** Returns the names of all it may ever want to be published. */
    static List<HostKey> things() {
        return IntStream.range(0, THINGS)
                .mapToObj(i -> new HostKey("thing" + i))
                .toList();
    }

    Map<HostKey, Wish> wishes() {
        return wishes;
    }

    void put(Node node, Remote remote, int which, Dice dice) {
        HostKey key = things().get(which % THINGS);
        if (!remote.calendar().behaviour().writing().isAllowed()) {
            refused(node, key, remote, dice);
            return;
        }
        if (mails(remote) && which % UNMAILED_OF == 0) {
            unmailed(node, remote, dice);
            return;
        }
        Optional<Wish> last = Optional.ofNullable(wishes.get(key));
        boolean same = last.isPresent() && dice.chance(0.6);
        Remote where = same ? last.flatMap(Wish::where).orElse(remote) : remote;
        if (last.filter(wish -> !wish.where().equals(Optional.of(where))).isPresent()) {
            world.counts().add(FaultKind.MOVED_UNSETTLED);
        }
        boolean keepsTime = last.isPresent() && dice.nextBoolean();
        EventTime time = last.filter(wish -> keepsTime)
                .flatMap(Wish::time)
                .orElseGet(() -> world.users().time(dice));
        want(node, key, new Wish(Optional.of(where), ++revision, "Ours " + revision, Optional.of(time)));
    }

    /** What may not be written to is refused, and what was wanted stays so. */
    private void refused(Node node, HostKey key, Remote remote, Dice dice) {
        EventDraft draft = EventDraft.builder()
                .title("Refused")
                .time(world.users().time(dice))
                .build();
        world.on(node, sync -> {
            mayWrite(sync, remote);
            PutResult result = sync.publisher().put(key, ++revision, remote.id(), draft);
            CalendarJudge.require(
                    result == PutResult.NOT_WRITABLE || result == PutResult.UNKNOWN_CALENDAR,
                    "what may only be read was written to: " + result);
        });
    }

    /** Where a provider mails the invited whatever is asked, it is not asked. */
    private void unmailed(Node node, Remote remote, Dice dice) {
        EventDraft draft = EventDraft.builder()
                .title("Unmailed")
                .time(world.users().time(dice))
                .attendees(GUESTS)
                .build();
        world.counts().add(FaultKind.MAIL_UNASKED);
        world.on(node, sync -> {
            mayWrite(sync, remote);
            sync.publisher().put(UNMAILED, ++revision, remote.id(), draft);
        });
    }

    private static boolean mails(Remote remote) {
        return remote.calendar().behaviour().writing() == Writing.FORGETFUL;
    }

    private static Invitations invitations(HostKey key) {
        return key.equals(ANNOUNCED) ? Invitations.ALL : Invitations.NONE;
    }

    void retract(Node node, int which) {
        HostKey key = things().get(which % THINGS);
        wishes.put(key, new Wish(Optional.empty(), ++revision, "", Optional.empty()));
        world.publications().retracted(key);
        long now = revision;
        world.on(node, sync -> sync.publisher().retract(key, now, invitations(key)));
    }

    /** Wants everything once more, under another title, and tries again what waits. */
    void insist(Node node, String title) {
        LocalDate today = LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC);
        world.on(node, sync -> {
            for (DeadLetter letter : sync.operations()
                    .failed(Optional.empty(), Optional.empty(), 100)
                    .items()) {
                sync.operations().retry(letter.id());
            }
        });
        Map.copyOf(wishes).forEach((key, wish) -> {
            long next = ++revision;
            EventTime time = EventTime.Timed.of(
                    today.plusDays(2).atTime(9, 0).plusMinutes(revision % 400), ZoneOffset.UTC, Duration.ofMinutes(45));
            Wish again =
                    new Wish(wish.where(), next, title + " " + key, wish.where().map(where -> time));
            if (wish.where().isPresent()) {
                want(node, key, again);
            } else {
                wishes.put(key, again);
                world.on(node, sync -> sync.publisher().retract(key, next, invitations(key)));
            }
        });
    }

    /** The host says of each calendar that it may be written to; of one that is not there it cannot. */
    private static void mayWrite(CalendarSync sync, Remote remote) {
        boolean known = sync.connections().calendars(remote.connection()).stream()
                .anyMatch(calendar ->
                        calendar.id().equals(remote.id()) && !calendar.uses().contains(Use.WRITE));
        if (known) {
            sync.connections().use(remote.id(), Set.of(Use.values()));
        }
    }

    private void want(Node node, HostKey key, Wish wish) {
        Optional<Wish> before = Optional.ofNullable(wishes.put(key, wish));
        EventDraftBuilder draft =
                EventDraft.builder().title(wish.title()).time(wish.time().orElseThrow());
        if (key.equals(ANNOUNCED) || (key.equals(QUIET) && !mails(wish.where().orElseThrow()))) {
            draft.attendees(GUESTS);
        }
        world.on(node, sync -> {
            mayWrite(sync, wish.where().orElseThrow());
            PutResult result = sync.publisher()
                    .put(key, wish.revision(), wish.where().orElseThrow().id(), draft.build(), invitations(key));
            if (result == PutResult.NOT_WRITABLE || result == PutResult.UNKNOWN_CALENDAR) {
                before.ifPresentOrElse(old -> wishes.put(key, old), () -> wishes.remove(key));
            } else {
                CalendarJudge.require(result == PutResult.ACCEPTED, "a higher revision than ever was " + result);
            }
        });
    }
}
