package io.calendarsync.examples.quickstart;

import io.calendarsync.CalendarSync;
import io.calendarsync.Delivery;
import io.calendarsync.EventChange;
import io.calendarsync.ReviewNeeded;
import io.calendarsync.SyncReport;
import io.calendarsync.model.CalendarId;
import java.io.PrintWriter;

/** Tells what happens, line by line. Confined to one thread. */
final class Story {

    private final PrintWriter out;

    Story(PrintWriter out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Is told of every change at least once; returning acknowledges it. */
    void receive(Delivery delivery) {
        if (delivery.event() instanceof EventChange change) {
            say("   -> " + change.kind() + " \"" + change.event().title() + "\""
                    + (change.initial() ? " (first reading)" : ""));
            change.fields()
                    .forEach(field -> say("        " + field.field() + ": " + field.before() + " -> " + field.after()));
        } else if (delivery.event() instanceof ReviewNeeded review) {
            say("   -> REVIEW NEEDED: " + review.deletions() + " of " + review.stored() + " events are missing");
        }
    }

    /** Reads a calendar and delivers what changed. A server calls {@code work().start(..)} once instead. */
    void look(CalendarSync sync, CalendarId calendar) {
        SyncReport report = sync.agenda().syncNow(calendar);
        while (report.outcome() == SyncReport.Outcome.MORE) {
            report = sync.agenda().syncNow(calendar);
        }
        work(sync);
        String trouble = report.trouble().replaceFirst(" \\(provider=.*", "");
        String kept = sync.operations().diagnose(calendar).calendar().events() + " events kept";
        say("   " + report.outcome() + (trouble.isEmpty() ? "" : ": " + trouble) + " [" + kept + "]");
    }

    /** Does what is due. */
    static void work(CalendarSync sync) {
        while (sync.work().runDue(100) > 0) {
            // What is delivered may make more work due.
        }
    }
}
