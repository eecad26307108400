package io.calendarsync.engine.record;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.WriteOutcome;
import io.calendarsync.WriteOutcome.Kind;
import io.calendarsync.WriteOutcome.Result;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What came of publishing something. */
final class WriteOutcomeJson {

    private WriteOutcomeJson() {}

    static void write(JsonOut out, WriteOutcome outcome) throws IOException {
        out.text("calendar", outcome.calendar().value());
        out.text("host", outcome.hostKey().value());
        out.always("revision", outcome.revision());
        Result result = outcome.result();
        out.text("kind", result.kind().name());
        out.text("event", result.event().map(EventRef::eventId).orElse(""));
        Set<Field> inOrder = EnumSet.noneOf(Field.class);
        inOrder.addAll(result.heldBack());
        out.texts("held", inOrder, Field::name);
        out.text("why", result.why());
    }

    static SyncEventJson.Content read(JsonIn in) throws IOException {
        String calendar = "";
        String host = "";
        long revision = 0;
        String kind = "";
        String event = "";
        Set<Field> held = EnumSet.noneOf(Field.class);
        String why = "";
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "calendar" -> calendar = in.text();
                case "host" -> host = in.text();
                case "revision" -> revision = in.number();
                case "kind" -> kind = in.text();
                case "event" -> event = in.text();
                case "held" -> held.addAll(in.texts(Field::valueOf));
                case "why" -> why = in.text();
                default -> in.unknown(name);
            }
        }
        CalendarId id = new CalendarId(calendar);
        HostKey key = new HostKey(host);
        long about = revision;
        Optional<EventRef> ref = event.isEmpty() ? Optional.empty() : Optional.of(new EventRef(id, event));
        Result result = new Result(Kind.valueOf(kind), ref, held, why);
        return (position, owner, at) -> new WriteOutcome(position, owner, at, id, key, about, result);
    }
}
