package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.ProviderExtras;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.Revision;
import io.calendarsync.recurrence.Series;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Makes events of the model from VEVENT components. Never fails: what defeats it becomes a stub. */
final class EventMapper {

    private static final CalendarId FEED = new CalendarId("feed");

    private final Reading reading;
    private final boolean charsetGuessed;

    /**
     * Creates one.
     *
     * @param charsetGuessed whether a line of the event is in a charset that had to be guessed
     */
    EventMapper(Reading reading, boolean charsetGuessed) {
        this.reading = reading;
        this.charsetGuessed = charsetGuessed;
    }

    Event map(Entry entry, Component event) {
        try {
            return mapOrThrow(entry, event);
        } catch (RuntimeException e) {
            return stub(entry, e);
        }
    }

    private Event mapOrThrow(Entry entry, Component event) {
        Found found = entry.found();
        Findings findings = new Findings();
        TimeValues values = new TimeValues(found.scope().zones());
        if (found.uidMissing()) {
            findings.add(Reason.MISSING_UID, "one was derived from the content");
        }
        if (charsetGuessed) {
            findings.add(Reason.GUESSED_CHARSET, "what is not in UTF-8 is taken for windows-1252");
        }
        EventTime time = atHome(found, new TimeMapper(values).map(event, findings));
        Event mapped = Event.builder(new EventRef(FEED, entry.eventId()), time)
                .revision(new Revision(found.uid(), found.sequence(), entry.tag(), Optional.empty()))
                .shape(shape(entry, event, time, values, findings))
                .disposition(StandingMapper.map(event, found.scope().cancels()))
                .details(TextMapper.map(event, new AlarmMapper(values).map(event, time), findings))
                .participants(PeopleMapper.map(event))
                .build();
        if (mapped.isSeries()) {
            Series.of(mapped).degradations().forEach(complaint -> findings.add(complaint.reason(), complaint.detail()));
        }
        return mapped.toBuilder()
                .extensions(new Extensions(properties(event), ProviderExtras.none(), findings.all()))
                .build();
    }

    /** A series in UTC does not follow the clocks of the people who wrote it; whether it should, the host says. */
    private EventTime atHome(Found found, EventTime time) {
        Optional<ZoneId> home = found.scope().zones().ownZone().filter(zone -> reading.utcSeriesAtHome());
        boolean concerned = found.repeats() && found.times().recurrenceId().isEmpty();
        return home.isPresent()
                        && concerned
                        && time instanceof EventTime.Timed timed
                        && timed.zone().equals(ZoneOffset.UTC)
                ? new EventTime.Timed(
                        timed.start()
                                .atOffset(ZoneOffset.UTC)
                                .atZoneSameInstant(home.get())
                                .toLocalDateTime(),
                        home.get(),
                        timed.end())
                : time;
    }

    /** An override never recurs, whatever rule it carries along. */
    private EventShape shape(Entry entry, Component event, EventTime time, TimeValues values, Findings findings) {
        if (entry.recurrenceId().isPresent()) {
            boolean future =
                    event.all("RECURRENCE-ID").stream().anyMatch(line -> line.hasParameter("RANGE", "THISANDFUTURE"));
            return new EventShape.Override(
                    entry.found().uid(), entry.recurrenceId().get(), future);
        }
        if (event.first("RECURRENCE-ID").isPresent()) {
            findings.add(Reason.UNREADABLE_TIME, "a recurrence id that cannot be read");
            return new EventShape.Single();
        }
        return RecurrenceMapper.repeats(event)
                ? new EventShape.Series(
                        new RecurrenceMapper(values, reading.limits().exceptionDates())
                                .map(event, startOf(time), findings))
                : new EventShape.Single();
    }

    private static RecurrenceId startOf(EventTime time) {
        if (time instanceof EventTime.AllDay days) {
            return new RecurrenceId.OnDate(days.start());
        }
        if (time instanceof EventTime.Timed timed) {
            return new RecurrenceId.Zoned(timed.start(), timed.zone());
        }
        return new RecurrenceId.Floating(time.localStart());
    }

    private static Map<String, String> properties(Component event) {
        return event.first("URL")
                .map(ContentLine::token)
                .map(url -> Map.of("URL", url))
                .orElse(Map.of());
    }

    private static Event stub(Entry entry, RuntimeException e) {
        EventTime nowhen = new EventTime.Floating(LocalDateTime.of(1970, 1, 1, 0, 0), Duration.ZERO);
        return Event.builder(new EventRef(FEED, entry.eventId()), nowhen)
                .uid(entry.found().uid())
                .degraded(Reason.UNMAPPABLE, e.getClass().getSimpleName())
                .build();
    }
}
