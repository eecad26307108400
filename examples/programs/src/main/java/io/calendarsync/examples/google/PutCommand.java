package io.calendarsync.examples.google;

import io.calendarsync.SyncedCalendar;
import io.calendarsync.Use;
import io.calendarsync.examples.Refusal;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventDraftBuilder;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Location;
import io.calendarsync.model.ShowAs;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts an event into a calendar, or changes the one that was put there. */
@Command(
        name = "put",
        description = {
            "Puts an event into a calendar, or changes or moves the one that was put there under that KEY. Nobody gets a",
            "mail. The account must be connected with --access READ_WRITE, and the calendar be used for write (google",
            "calendars --use)."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 it is there, 2 bad usage, 3 it is not, or not yet: the line says why."})
final class PutCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOptions options = new StateOptions();

    @Mixin
    private Publication publication = new Publication();

    @Option(names = "--title", required = true, description = "what it is called")
    private String title = "";

    @Option(
            names = "--start",
            required = true,
            paramLabel = "T",
            description = "such as 2027-03-02T14:00, or 2027-03-02 for whole days")
    private String start = "";

    @Option(
            names = "--length",
            paramLabel = "D",
            description = "such as PT90M, or P2D for whole days; PT1H or P1D otherwise")
    private String length = "";

    @Option(names = "--zone", paramLabel = "Z", description = "the zone of the start; UTC if not given")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(names = "--place", description = "where it is")
    private String place = "";

    @Option(names = "--free", description = "it blocks no time")
    private boolean free;

    @Option(
            names = "--calendar",
            paramLabel = "ID",
            description = "as google calendars prints it; needed unless one calendar is used for write")
    private String calendar = "";

    /** Puts it, and waits for Google. */
    @Override
    public Integer call() {
        EventDraft draft = draft();
        return publication.run(
                spec,
                options,
                (accounts, key, revision) -> accounts.sync()
                        .publisher()
                        .put(key, revision, target(accounts).id(), draft));
    }

    private EventDraft draft() {
        EventDraftBuilder draft =
                EventDraft.builder().time(time()).title(title).showAs(free ? ShowAs.FREE : ShowAs.BUSY);
        return (place.isEmpty() ? draft : draft.locations(Location.of(place))).build();
    }

    private EventTime time() {
        try {
            if (start.contains("T")) {
                Duration lasts = length.isEmpty() ? Duration.ofHours(1) : Duration.parse(length);
                return EventTime.Timed.of(LocalDateTime.parse(start), zone, lasts);
            }
            LocalDate day = LocalDate.parse(start);
            long days = length.isEmpty() ? 1 : Duration.parse(length).toDays();
            return new EventTime.AllDay(day, day.plusDays(days));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Refusal.usage(
                    "--start takes a time such as 2027-03-02T14:00 or a date, --length one such as PT90M or P2D");
        }
    }

    private SyncedCalendar target(Accounts accounts) {
        List<SyncedCalendar> meant = accounts.calendars().stream()
                .filter(one -> calendar.isEmpty()
                        ? one.uses().contains(Use.WRITE)
                        : one.id().value().equals(calendar))
                .toList();
        if (meant.size() != 1) {
            throw Refusal.usage(
                    calendar.isEmpty()
                            ? meant.size() + " calendars are used for write: say which with --calendar"
                            : "no calendar has this id: google calendars lists them");
        }
        return meant.get(0);
    }
}
