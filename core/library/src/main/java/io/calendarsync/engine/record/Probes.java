package io.calendarsync.engine.record;

import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Details;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Location;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Events of one part and nothing else, whose payload stands for that part. */
final class Probes {

    /** No build's versions: digests outlive them. */
    private static final Versions NONE = new Versions(0, 0);

    private Probes() {}

    /** Returns bytes that stand for the content put into an event of nothing else. */
    static byte[] bytes(UnaryOperator<EventBuilder> content) {
        Event probe = content.apply(Event.builder(
                        new EventRef(new CalendarId("-"), "-"),
                        new EventTime.AllDay(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1))))
                .build();
        return new PayloadJson(NONE).plain(UnknownMembers.none(), out -> EventJson.write(out, probe));
    }

    static Details details(
            List<Location> locations,
            List<Reminder> reminders,
            List<String> categories,
            List<AttachmentLink> attachments) {
        return new Details("", Text.none(), locations, Optional.empty(), reminders, categories, "", attachments);
    }
}
