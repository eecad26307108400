package io.calendarsync.engine.record;

import io.calendarsync.EventChange;
import io.calendarsync.FieldChange;
import io.calendarsync.FieldChange.Field;
import io.calendarsync.model.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields that differ. Descriptions are the bulk of an event and stand in both states already, so their texts are
 * left out where they are the same.
 */
final class FieldChangeJson {

    /** A field as read: {@code asStated} where its texts are those of the two states. */
    record Read(String field, String before, String after, boolean asStated) {}

    private FieldChangeJson() {}

    static void write(JsonOut out, EventChange change) throws IOException {
        String before = description(change.before());
        String after = description(change.after());
        out.list("fields", change.fields(), field -> field.field().name(), field -> {
            out.text("field", field.field().name());
            if (field.field() == Field.DESCRIPTION
                    && field.before().equals(before)
                    && field.after().equals(after)) {
                out.flag("asStated", true);
            } else {
                out.text("before", field.before());
                out.text("after", field.after());
            }
        });
    }

    static List<Read> read(JsonIn in) throws IOException {
        return in.list("fields", Read::field, FieldChangeJson::readOne);
    }

    private static Read readOne(JsonIn in) throws IOException {
        String field = "";
        String before = "";
        String after = "";
        boolean asStated = false;
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "field" -> field = in.text();
                case "before" -> before = in.text();
                case "after" -> after = in.text();
                case "asStated" -> asStated = in.flag();
                default -> in.unknown(name);
            }
        }
        return new Read(field, before, after, asStated);
    }

    /** Leaves out fields of a newer writer: this build's model has no place for them. */
    static List<FieldChange> resolve(List<Read> read, Optional<Event> before, Optional<Event> after) {
        List<FieldChange> changes = new ArrayList<>();
        for (Read one : read) {
            Stream.of(Field.values())
                    .filter(field -> field.name().equals(one.field()))
                    .map(field -> one.asStated()
                            ? new FieldChange(field, description(before), description(after))
                            : new FieldChange(field, one.before(), one.after()))
                    .forEach(changes::add);
        }
        return changes;
    }

    private static String description(Optional<Event> event) {
        return event.map(present -> present.details().description().content()).orElse("");
    }
}
