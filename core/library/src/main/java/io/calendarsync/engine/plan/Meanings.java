package io.calendarsync.engine.plan;

import io.calendarsync.FieldChange;
import io.calendarsync.FieldChange.Field;
import io.calendarsync.Meaning;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the fields that differ amount to; never nothing. */
final class Meanings {

    private Meanings() {}

    static Set<Meaning> of(List<FieldChange> changes, Event before, Event after) {
        Set<Meaning> meanings = EnumSet.noneOf(Meaning.class);
        for (FieldChange change : changes) {
            meanings.addAll(of(change.field(), before, after));
        }
        if (isLengthChanged(before.time(), after.time())) {
            meanings.add(Meaning.RESIZED);
        } else if (meanings.isEmpty()) {
            // The end is given in another way and comes to the same.
            meanings.add(Meaning.OTHER);
        }
        return meanings;
    }

    private static Set<Meaning> of(Field field, Event before, Event after) {
        return switch (field) {
            case START -> Set.of(Meaning.MOVED);
            case END -> Set.of();
            case RECURRENCE, RECURRENCE_ID -> Set.of(Meaning.RESCHEDULED);
            case TITLE -> Set.of(Meaning.RETITLED);
            case DESCRIPTION -> Set.of(Meaning.REWRITTEN);
            case LOCATIONS, CONFERENCE -> Set.of(Meaning.RELOCATED);
            case STATUS ->
                Set.of(status(before.disposition().status(), after.disposition().status()));
            case SHOW_AS -> Set.of(Meaning.AVAILABILITY_CHANGED);
            case ORGANIZER -> Set.of(Meaning.ORGANIZER_CHANGED);
            case ATTENDEES -> PeopleMeanings.of(before.participants(), after.participants());
            case UID, VISIBILITY, KIND, REMINDERS, CATEGORIES, COLOR, ATTACHMENTS, PROPERTIES, DEGRADATIONS ->
                Set.of(Meaning.OTHER);
        };
    }

    private static Meaning status(EventStatus before, EventStatus after) {
        if (after == EventStatus.CANCELLED) {
            return Meaning.CANCELLED;
        }
        return before == EventStatus.CANCELLED || after == EventStatus.CONFIRMED ? Meaning.REINSTATED : Meaning.OTHER;
    }

    /** Days and elapsed time do not compare: a timed event that became all-day has another length. */
    private static boolean isLengthChanged(EventTime before, EventTime after) {
        boolean wasAllDay = before instanceof EventTime.AllDay;
        boolean isAllDay = after instanceof EventTime.AllDay;
        return wasAllDay != isAllDay || !length(before).equals(length(after));
    }

    /**
     * The length as the author gave it: moving a meeting of one nominal day over the change of the clock does not
     * resize it. An end of its own has the elapsed time.
     */
    private static Object length(EventTime time) {
        return time instanceof EventTime.Timed timed && timed.end() instanceof EventTime.End.Nominal nominal
                ? nominal
                : elapsed(time);
    }

    private static Duration elapsed(EventTime time) {
        return time.span(ZoneOffset.UTC).length();
    }
}
