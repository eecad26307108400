package io.calendarsync.ics.internal.write;

import io.calendarsync.model.Details;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Recurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells which parts of an event are not what they were, degradations aside: they are about the reading. */
final class Differences {

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    static List<String> of(Event was, Event is) {
        Differences differences = new Differences();
        differences.compare("id", was.ref(), is.ref());
        differences.compare("uid", was.uid(), is.uid());
        differences.compare("sequence", was.revision().sequence(), is.revision().sequence());
        differences.compare("time", was.time(), is.time());
        differences.compareShape(was.shape(), is.shape());
        differences.compare("disposition", was.disposition(), is.disposition());
        differences.compareDetails(was.details(), is.details());
        differences.compare(
                "organizer", was.participants().organizer(), is.participants().organizer());
        differences.compare(
                "attendees", was.participants().attendees(), is.participants().attendees());
        differences.compare(
                "properties", was.extensions().properties(), is.extensions().properties());
        return differences.found;
    }

    private void compareShape(EventShape was, EventShape is) {
        if (was instanceof EventShape.Series one && is instanceof EventShape.Series other) {
            Recurrence before = one.recurrence();
            Recurrence after = other.recurrence();
            compare("rules", before.rules(), after.rules());
            compare("exceptionRules", before.exceptionRules(), after.exceptionRules());
            compare("dates", before.dates(), after.dates());
            compare("exceptionDates", before.exceptionDates(), after.exceptionDates());
            compare("lines", before.lines(), after.lines());
        } else {
            compare("shape", was, is);
        }
    }

    private void compareDetails(Details was, Details is) {
        compare("title", was.title(), is.title());
        compare("description", was.description(), is.description());
        compare("locations", was.locations(), is.locations());
        compare("conference", was.conference(), is.conference());
        compare("reminders", was.reminders(), is.reminders());
        compare("categories", was.categories(), is.categories());
        compare("color", was.color(), is.color());
        compare("attachments", was.attachments(), is.attachments());
    }

    private void compare(String field, Object was, Object is) {
        if (!Objects.equals(was, is)) {
            found.add(field + " was " + was + " is " + is);
        }
    }
}
