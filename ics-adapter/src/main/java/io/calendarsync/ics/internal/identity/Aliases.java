package io.calendarsync.ics.internal.identity;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Revision;
import java.util.HashMap;
import java.util.Map;

/** Under which stored names the entries of one body are told that came under other ones. Immutable. */
public final class Aliases {

    private static final Aliases NONE = new Aliases(Map.of());

    private final Map<String, Name> storedByFeedId;
    private final Map<String, String> feedIdByStored = new HashMap<>();

    /**
     * A stored name.
     *
     * @param eventId the event's id
     * @param uid its UID
     * @param seriesId of an override, the id of its series; of anything else empty
     */
    record Name(String eventId, String uid, String seriesId) {}

    Aliases(Map<String, Name> storedByFeedId) {
        this.storedByFeedId = Map.copyOf(storedByFeedId);
        storedByFeedId.forEach((feedId, name) -> feedIdByStored.put(name.eventId(), feedId));
    }

    /** Returns those of a feed that keeps its names. */
    public static Aliases none() {
        return NONE;
    }

    /** Returns how many entries are told under another name than their own. */
    public int size() {
        return storedByFeedId.size();
    }

    /** Returns whether an entry is told under another name than its own. */
    public boolean concern(String feedId) {
        return storedByFeedId.containsKey(feedId);
    }

    /** Returns the id an entry is told under. */
    public String told(String feedId) {
        Name name = storedByFeedId.get(feedId);
        return name == null ? feedId : name.eventId();
    }

    /** Returns the id the feed has for an event that is told under this one. */
    public String inFeed(String toldId) {
        return feedIdByStored.getOrDefault(toldId, toldId);
    }

    /** Returns an event of the feed under the name it is told under; without its version tag, which changes with its UID. */
    public Event told(Event event) {
        Name name = storedByFeedId.get(event.ref().eventId());
        if (name == null) {
            return event;
        }
        Revision revision = event.revision();
        EventShape shape = event.shape() instanceof EventShape.Override override
                ? new EventShape.Override(name.seriesId(), override.recurrenceId(), override.thisAndFuture())
                : event.shape();
        return event.toBuilder()
                .ref(new EventRef(event.ref().calendarId(), name.eventId()))
                .revision(new Revision(name.uid(), revision.sequence(), "", revision.updated()))
                .shape(shape)
                .build();
    }
}
