package io.calendarsync.testkit.example;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Notes to events and back. */
final class NoteMapper {

    private NoteMapper() {}

    static Event event(NoticeBoard.Note note) {
        ZoneId zone = ZoneId.of(note.zone());
        EventTime time = EventTime.Timed.of(LocalDateTime.parse(note.start()), zone, Duration.parse(note.length()));
        EventRef ref = new EventRef(new CalendarId(BoardSession.CALENDAR), note.id());
        EventBuilder event = Event.builder(ref, time).uid(note.id()).title(note.title());
        if (!note.rule().isEmpty()) {
            event.recurrence(Recurrence.of(note.rule()));
        }
        if (!note.replaces().isEmpty()) {
            event.overrides(note.replaces(), new RecurrenceId.Zoned(LocalDateTime.parse(note.instance()), zone));
        }
        return event.build();
    }

    static NoticeBoard.Note note(Event event) {
        EventTime.Timed time = (EventTime.Timed) event.time();
        return new NoticeBoard.Note(
                event.ref().eventId(),
                event.title(),
                time.start().toString(),
                time.zone().getId(),
                ((EventTime.End.Exact) time.end()).length().toString(),
                event.shape() instanceof EventShape.Series series
                        ? series.recurrence().rules().get(0)
                        : "",
                event.shape() instanceof EventShape.Override override ? override.seriesId() : "",
                event.shape() instanceof EventShape.Override override
                        ? override.recurrenceId().local().toString()
                        : "");
    }
}
