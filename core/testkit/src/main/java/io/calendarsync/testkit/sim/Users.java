package io.calendarsync.testkit.sim;

import io.calendarsync.model.Access;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.Text;
import io.calendarsync.spi.provider.OwnMarker;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What people do with their calendars at the provider. Confined. */
final class Users {

    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC, ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Pacific/Apia"));
    private static final List<String> RULES = List.of(
            "FREQ=DAILY;COUNT=5",
            "FREQ=WEEKLY;BYDAY=MO,WE",
            "FREQ=MONTHLY;COUNT=6",
            "FREQ=DAILY;UNTIL=20260201T000000Z");

    private static final String INCOMPRESSIBLE = Dice.of(0)
            .longs(50_000)
            .mapToObj(each -> Long.toString(each >>> 1, 36))
            .collect(Collectors.joining());

    /** What titles begin with that users gave. */
    static final String TITLE = "Title ";

    private final World world;
    private int titles;

    Users(World world) {
        this.world = world;
    }

    /** Any small edit of any calendar. */
    void edit(Dice dice) {
        StepKind kind = dice.choose(
                StepKind.CREATE,
                StepKind.CREATE,
                StepKind.RETITLE,
                StepKind.RETITLE,
                StepKind.RESCHEDULE,
                StepKind.DELETE,
                StepKind.EDIT_OURS,
                StepKind.DELETE_OURS,
                StepKind.OVERRIDE,
                StepKind.CANCEL_INSTANCE);
        edit(kind, dice.choose(world.remotes()), dice.nextInt(1000), dice);
    }

    void edit(StepKind kind, Remote remote, int what, Dice dice) {
        world.publications().catchUp();
        doEdit(kind, remote, what, dice);
        world.publications().editedByUsers();
    }

    /** Somebody tries a copy of the host on these calendars. */
    void stage(Remote remote, Dice trials) {
        world.publications().catchUp();
        world.staging().publish(remote, this, trials);
        world.publications().editedByUsers();
    }

    private void doEdit(StepKind kind, Remote remote, int what, Dice dice) {
        FakeCalendar calendar = remote.calendar();
        switch (kind) {
            case CREATE -> calendar.create(title(), time(dice));
            case CREATE_SERIES ->
                calendar.create(
                        time(dice), event -> event.title(title()).recurrence(Recurrence.of(dice.choose(RULES))));
            case CREATE_MANY -> {
                for (int i = dice.between(45, 60); i > 0; i--) {
                    calendar.create(title(), time(dice));
                }
            }
            case RETITLE -> pick(calendar, what, event -> true).ifPresent(id -> calendar.retitle(id, title()));
            case RESCHEDULE -> pick(calendar, what, Users::isFree).ifPresent(id -> calendar.reschedule(id, time(dice)));
            case DELETE -> pick(calendar, what, event -> true).ifPresent(calendar::delete);
            case EDIT_OURS -> pick(calendar, what, Users::isOurs).ifPresent(id -> editOurs(calendar, id, dice));
            case DELETE_OURS ->
                pick(calendar, what, Users::isOurs).ifPresent(id -> {
                    calendar.delete(id);
                    world.counts().add(FaultKind.OURS_DELETED);
                });
            case OVERRIDE ->
                pick(calendar, what, Event::isSeries)
                        .ifPresent(id ->
                                calendar.override(id, instance(calendar, id, dice), event -> event.title(title())));
            case CANCEL_INSTANCE ->
                pick(calendar, what, Event::isSeries)
                        .ifPresent(id -> calendar.cancel(id, instance(calendar, id, dice)));
            case UNMAKE_SERIES ->
                pick(calendar, what, Event::isSeries)
                        .ifPresent(id -> calendar.change(id, event -> event.shape(new EventShape.Single())));
            case TOUCH -> pick(calendar, what, event -> true).ifPresent(calendar::touch);
            case SPOIL ->
                pick(calendar, what, event -> true).ifPresent(id -> {
                    calendar.spoil(id);
                    world.counts().add(FaultKind.SPOILED);
                });
            case MEND ->
                pick(calendar, what, event -> !event.degradations().isEmpty()).ifPresent(calendar::mend);
            case GIANT -> giant(calendar, dice);
            case MOVE_CALENDAR -> move(calendar, what, dice);
            case CLEAR -> {
                calendar.clear();
                world.counts().add(FaultKind.CLEARED);
            }
            default -> throw new IllegalArgumentException("no edit: " + kind);
        }
    }

    private void editOurs(FakeCalendar calendar, String id, Dice dice) {
        world.counts().add(FaultKind.OURS_EDITED);
        switch (dice.nextInt(3)) {
            case 0 -> calendar.retitle(id, title());
            case 1 -> calendar.describe(id, Text.plain(title()));
            default -> calendar.reschedule(id, time(dice));
        }
    }

    private static boolean isOurs(Event event) {
        return !OwnMarker.on(event).isEmpty();
    }

    private void giant(FakeCalendar calendar, Dice dice) {
        calendar.create(time(dice), event -> event.title(title()).description(Text.plain(INCOMPRESSIBLE)));
        world.counts().add(FaultKind.GIANT);
    }

    private void move(FakeCalendar calendar, int what, Dice dice) {
        FakeCalendar other = dice.choose(world.remotes()).calendar();
        if (other != calendar) {
            pick(calendar, what, event -> !(event.shape() instanceof EventShape.Override))
                    .filter(id -> other.event(id).isEmpty())
                    .ifPresent(id -> calendar.moveTo(other, id));
        }
    }

    /** Lets the account see its calendar, again where it was taken away. */
    void share(Remote remote) {
        world.server().account(remote.account()).share(remote.calendar(), Access.READ_WRITE);
    }

    /** Returns what an event and its overrides have in common. */
    static String family(Event event) {
        return event.shape() instanceof EventShape.Override override
                ? override.seriesId()
                : event.ref().eventId();
    }

    private static boolean isFree(Event event) {
        return event.shape() instanceof EventShape.Single;
    }

    /** Picks among what the calendar shows: what it has forgotten nobody can edit. */
    private static Optional<String> pick(FakeCalendar calendar, int what, Predicate<Event> which) {
        List<String> ids = new ArrayList<>();
        calendar.events().forEach((id, event) -> {
            if (which.test(event)) {
                ids.add(id);
            }
        });
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(what % ids.size()));
    }

    private static RecurrenceId instance(FakeCalendar calendar, String id, Dice dice) {
        EventTime time = calendar.event(id).orElseThrow().time();
        LocalDateTime start = time.localStart().plusDays(dice.nextInt(3));
        if (time instanceof EventTime.AllDay) {
            return new RecurrenceId.OnDate(start.toLocalDate());
        }
        return time instanceof EventTime.Timed timed
                ? new RecurrenceId.Zoned(start, timed.zone())
                : new RecurrenceId.Floating(start);
    }

    private String title() {
        return TITLE + ++titles;
    }

    EventTime time(Dice dice) {
        LocalDate today = LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC);
        LocalDateTime start = today.plusDays(days(dice)).atTime(dice.nextInt(24), dice.choose(0, 15, 30, 45));
        return switch (dice.nextInt(8)) {
            case 0 ->
                new EventTime.AllDay(start.toLocalDate(), start.toLocalDate().plusDays(dice.between(1, 3)));
            case 1 -> new EventTime.Floating(start, Duration.ofMinutes(30));
            case 2 -> EventTime.Timed.of(start, dice.choose(ZONES), Duration.ofDays(dice.between(30, 40)));
            default -> EventTime.Timed.of(start, dice.choose(ZONES), Duration.ofMinutes(dice.choose(0, 30, 90)));
        };
    }

    private static int days(Dice dice) {
        return switch (dice.nextInt(10)) {
            case 0 -> -dice.between(1, 40);
            case 1 -> -dice.between(0, 3);
            case 2 -> dice.between(100, 300);
            default -> dice.between(0, 20);
        };
    }
}
