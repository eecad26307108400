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
import java.util.stream.Collectors;

/** What a draft may say, one thing at a time. */
public enum DraftField {
    /** When. */
    TIME,
    /** The title. */
    TITLE,
    /** The description. */
    DESCRIPTION,
    /** Where. */
    LOCATIONS,
    /** How it counts. */
    SHOW_AS,
    /** Who may see it. */
    VISIBILITY,
    /** The owner's reminders, in no order. */
    REMINDERS,
    /** Who is invited and as what; what they said is theirs to say. */
    ATTENDEES;

    /** Returns the fields of an event that it stands for. */
    public Set<Field> fields() {
        return switch (this) {
            case TIME -> Set.of(Field.START, Field.END);
            case TITLE -> Set.of(Field.TITLE);
            case DESCRIPTION -> Set.of(Field.DESCRIPTION);
            case LOCATIONS -> Set.of(Field.LOCATIONS);
            case SHOW_AS -> Set.of(Field.SHOW_AS);
            case VISIBILITY -> Set.of(Field.VISIBILITY);
            case REMINDERS -> Set.of(Field.REMINDERS);
            case ATTENDEES -> Set.of(Field.ATTENDEES);
        };
    }

    private Optional<?> in(EventDraft draft) {
        return switch (this) {
            case TIME -> draft.time();
            case TITLE -> draft.title();
            case DESCRIPTION -> draft.description();
            case LOCATIONS -> draft.locations();
            case SHOW_AS -> draft.showAs();
            case VISIBILITY -> draft.visibility();
            case REMINDERS -> draft.reminders().map(HashSet::new);
            case ATTENDEES -> draft.attendees().map(DraftField::invited);
        };
    }

    /** Returns the fields of an event that a draft says something of. */
    public static Set<Field> fields(EventDraft draft) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (DraftField field : values()) {
            if (field.isIn(draft)) {
                fields.addAll(field.fields());
            }
        }
        return fields;
    }

    /** Returns whether a draft says anything of it. */
    public boolean isIn(EventDraft draft) {
        return in(draft).isPresent();
    }

    /** Returns whether two drafts say the same of it, or both nothing. */
    public boolean isSame(EventDraft one, EventDraft other) {
        return in(one).equals(in(other));
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
