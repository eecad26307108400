package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A draft: what it says written as an event's parts are, and which of them it says, since to leave empty is to say something. */
final class DraftJson {

    private static final EventRef NOWHERE = new EventRef(new CalendarId("-"), "-");
    private static final EventTime NO_TIME = new EventTime.AllDay(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1));

    private DraftJson() {}

    static void write(JsonOut out, EventDraft draft) throws IOException {
        List<DraftField> said = Stream.of(DraftField.values())
                .filter(field -> field.isIn(draft))
                .toList();
        out.texts("says", said, DraftField::name);
        Event event = Portrait.onto(draft, Event.builder(NOWHERE, NO_TIME).build());
        out.object("as", () -> EventJson.write(out, event));
    }

    static EventDraft read(JsonIn in) throws IOException {
        List<DraftField> said = List.of();
        EventDraft all = EventDraft.builder().build();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "says" -> said = known(in.texts(text -> text));
                case "as" -> all = Portrait.of(in.object(name, EventJson::read));
                default -> in.unknown(name);
            }
        }
        return Portrait.only(all, said);
    }

    /** What only a newer writer's drafts can say is left open by an older reader. */
    private static List<DraftField> known(List<String> names) {
        List<DraftField> known = new ArrayList<>();
        for (DraftField field : DraftField.values()) {
            if (names.contains(field.name())) {
                known.add(field);
            }
        }
        return known;
    }
}
