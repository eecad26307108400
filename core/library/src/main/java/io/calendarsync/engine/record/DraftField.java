package io.calendarsync.engine.record;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventDraftBuilder;
import io.calendarsync.model.Location;
import io.calendarsync.model.Reminder;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a draft may say, one thing at a time. */
public enum DraftField {
    /** When. */
    TIME(EventDraft::time, Set.of(Field.START, Field.END)),
    /** The title. */
    TITLE(EventDraft::title, Set.of(Field.TITLE)),
    /** The description. */
    DESCRIPTION(EventDraft::description, Set.of(Field.DESCRIPTION)),
    /** Where. */
    LOCATIONS(EventDraft::locations, Set.of(Field.LOCATIONS)),
    /** How it counts. */
    SHOW_AS(EventDraft::showAs, Set.of(Field.SHOW_AS)),
    /** Who may see it. */
    VISIBILITY(EventDraft::visibility, Set.of(Field.VISIBILITY)),
    /** The owner's reminders, in no order. */
    REMINDERS(draft -> draft.reminders().map(HashSet::new), Set.of(Field.REMINDERS)),
    /** Who is invited and as what; what they said is theirs to say. */
    ATTENDEES(draft -> draft.attendees().map(DraftField::invited), Set.of(Field.ATTENDEES));

    private final Function<EventDraft, Optional<?>> value;
    private final Set<Field> fields;

    DraftField(Function<EventDraft, Optional<?>> value, Set<Field> fields) {
        this.value = value;
        this.fields = fields;
    }

    /** Returns the fields of an event that it stands for. */
    public Set<Field> fields() {
        return fields;
    }

    /** Returns the fields of an event that a draft says something of. */
    public static Set<Field> fields(EventDraft draft) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (DraftField field : values()) {
            if (field.isIn(draft)) {
                fields.addAll(field.fields);
            }
        }
        return fields;
    }

    /** Returns whether a draft says anything of it. */
    public boolean isIn(EventDraft draft) {
        return value.apply(draft).isPresent();
    }

    /** Returns whether two drafts say the same of it, or both nothing. */
    public boolean isSame(EventDraft one, EventDraft other) {
        return value.apply(one).equals(value.apply(other));
    }

    /** Adds to a draft what another says of it. */
    public void copy(EventDraft from, EventDraftBuilder to) {
        switch (this) {
            case TIME -> from.time().ifPresent(to::time);
            case TITLE -> from.title().ifPresent(to::title);
            case DESCRIPTION -> from.description().ifPresent(to::description);
            case LOCATIONS -> from.locations().ifPresent(all -> to.locations(all.toArray(Location[]::new)));
            case SHOW_AS -> from.showAs().ifPresent(to::showAs);
            case VISIBILITY -> from.visibility().ifPresent(to::visibility);
            case REMINDERS -> from.reminders().ifPresent(all -> to.reminders(all.toArray(Reminder[]::new)));
            case ATTENDEES -> from.attendees().ifPresent(to::attendees);
        }
    }

    private static Set<String> invited(List<Attendee> attendees) {
        return attendees.stream()
                .map(one -> one.person().address().toLowerCase(Locale.ROOT) + " " + one.role())
                .collect(Collectors.toSet());
    }
}
