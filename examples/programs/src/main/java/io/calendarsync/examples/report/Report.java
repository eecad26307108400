package io.calendarsync.examples.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.EventChange;
import io.calendarsync.model.Event;
import java.io.PrintWriter;
import java.util.List;

/** How results are printed: for people or for programs. Confined to one thread. */
public interface Report {

    /** Prints what changed in a feed. */
    void change(String source, EventChange change);

    /** Prints an instance. */
    void instance(Instance instance);

    /** Prints two instances that block the same time. */
    void clash(Conflict conflict);

    /** Prints a stretch of free time. */
    void slot(String start, String end);

    /** Prints how a feed stands. */
    void standing(Standing standing);

    /** Prints something of another kind: the line as it is for programs, the text for people. */
    void say(ObjectNode line, String text);

    /** Prints what it all came to. */
    void summary(Summary summary);

    /** Returns one that writes one JSON object a line, or one for people. */
    static Report of(boolean json, PrintWriter out) {
        return json ? new JsonReport(out) : new TextReport(out);
    }

    /**
     * When an event takes place once.
     *
     * @param event what takes place
     * @param recurrenceId as text, empty where it has none
     * @param start as text
     * @param end as text
     * @param allDay whether the two are dates
     */
    record Instance(Event event, String recurrenceId, String start, String end, boolean allDay) {}

    /**
     * An instance of a feed.
     *
     * @param source the feed's name
     * @param instance when it takes place
     */
    record Side(String source, Instance instance) {}

    /**
     * Two instances that block the same time.
     *
     * @param a the one that starts first
     * @param b the other
     * @param from since when both do, as text
     * @param to until when, as text
     */
    record Conflict(Side a, Side b, String from, String to) {}

    /**
     * How a feed stands.
     *
     * @param source its name
     * @param state its state
     * @param events how many events are kept
     * @param asOf when it was last in step, empty for never
     * @param findings one sentence each
     * @param advice what to do, empty for nothing
     * @param missing the events whose deletion is held back
     */
    record Standing(
            String source,
            String state,
            int events,
            String asOf,
            List<String> findings,
            String advice,
            List<Event> missing) {}
}
