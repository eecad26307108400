package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Details;
import io.calendarsync.model.Disposition;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.Participants;
import io.calendarsync.model.Revision;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of an event, one object for each of its parts that is not the default. */
final class EventJson {

    private EventJson() {}

    static void write(JsonOut out, Event event) throws IOException {
        out.text("calendar", event.ref().calendarId().value());
        out.text("id", event.ref().eventId());
        out.part("revision", event.revision(), Revision.of(""), () -> write(out, event.revision()));
        out.object("time", () -> TimeJson.write(out, event.time()));
        RecurrenceJson.write(out, event.shape());
        Disposition disposition = event.disposition();
        out.part("standing", disposition, Disposition.ordinary(), () -> DispositionJson.write(out, disposition));
        out.part("details", event.details(), Details.of(""), () -> DetailsJson.write(out, event.details()));
        Participants people = event.participants();
        out.part("people", people, Participants.none(), () -> PeopleJson.write(out, people));
        out.part("more", event.extensions(), Extensions.none(), () -> ExtensionsJson.write(out, event.extensions()));
    }

    private static void write(JsonOut out, Revision revision) throws IOException {
        out.text("uid", revision.uid());
        out.number("sequence", revision.sequence());
        out.text("etag", revision.etag());
        out.value("updated", revision.updated());
    }

    static Event read(JsonIn in) throws IOException {
        String calendar = "";
        String id = "";
        @Nullable EventTime time = null;
        Revision revision = Revision.of("");
        EventShape shape = new EventShape.Single();
        Disposition disposition = Disposition.ordinary();
        Details details = Details.of("");
        Participants participants = Participants.none();
        Extensions extensions = Extensions.none();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "calendar" -> calendar = in.text();
                case "id" -> id = in.text();
                case "revision" -> revision = in.object(name, EventJson::readRevision);
                case "time" -> time = in.object(name, TimeJson::read);
                case "series" -> shape = in.object(name, RecurrenceJson::readSeries);
                case "override" -> shape = in.object(name, RecurrenceJson::readOverride);
                case "standing" -> disposition = in.object(name, DispositionJson::read);
                case "details" -> details = in.object(name, DetailsJson::read);
                case "people" -> participants = in.object(name, PeopleJson::read);
                case "more" -> extensions = in.object(name, ExtensionsJson::read);
                default -> in.unknown(name);
            }
        }
        if (time == null) {
            throw new UnreadablePayload("event without a time");
        }
        return new Event(
                new EventRef(new CalendarId(calendar), id),
                revision,
                time,
                shape,
                disposition,
                details,
                participants,
                extensions);
    }

    private static Revision readRevision(JsonIn in) throws IOException {
        String uid = "";
        long sequence = 0;
        String etag = "";
        Optional<Instant> updated = Optional.empty();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "uid" -> uid = in.text();
                case "sequence" -> sequence = in.number();
                case "etag" -> etag = in.text();
                case "updated" -> updated = Optional.of(InstantText.parse(in.text()));
                default -> in.unknown(name);
            }
        }
        return new Revision(uid, sequence, etag, updated);
    }
}
