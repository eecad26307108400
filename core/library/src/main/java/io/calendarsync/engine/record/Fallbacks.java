package io.calendarsync.engine.record;

import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.EventKind;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Text;
import io.calendarsync.model.Visibility;

/**
 * What a constant of a newer writer is read as: what does the least harm. An event blocks time rather than frees it, is
 * hidden rather than shown. Changing one of them changes what is written back, so it raises the writer's version.
 */
final class Fallbacks {

    static final EventStatus STATUS = EventStatus.CONFIRMED;
    static final ShowAs SHOW_AS = ShowAs.UNKNOWN;
    static final Visibility VISIBILITY = Visibility.PRIVATE;
    static final EventKind KIND = EventKind.OTHER;
    static final Text.Format FORMAT = Text.Format.PLAIN;
    static final Reminder.Method METHOD = Reminder.Method.DISPLAY;
    static final AttendeeRole ROLE = AttendeeRole.REQUIRED;
    static final ParticipationStatus PARTICIPATION = ParticipationStatus.NEEDS_ACTION;
    static final Degradation.Reason REASON = Degradation.Reason.UNMAPPABLE;

    private Fallbacks() {}
}
