package io.calendarsync.engine.record;

import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.ConferenceLink;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Details;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.Location;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.Participants;
import io.calendarsync.model.Person;
import io.calendarsync.model.ProviderExtras;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.Revision;
import io.calendarsync.model.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One event cut to one level; confined to one thread. */
final class EventCut {

    /** Not the order of the source, which may change from listing to listing: the owner's own entry, then by address. */
    private static final Comparator<Attendee> ATTENDEES = Comparator.comparing((Attendee attendee) -> !attendee.self())
            .thenComparing(attendee -> attendee.person().address())
            .thenComparing(attendee -> attendee.person().name())
            .thenComparing(attendee -> attendee.role().name())
            .thenComparing(attendee -> attendee.status().name());

    private final CutLevel level;
    private final CutMarks marks = new CutMarks();

    private EventCut(CutLevel level) {
        this.level = level;
    }

    static Event of(Event event, CutLevel level) {
        return new EventCut(level).cut(event);
    }

    private Event cut(Event event) {
        EventShape shape = event.shape() instanceof EventShape.Override override
                ? new EventShape.Override(
                        id("series id", override.seriesId()), override.recurrenceId(), override.thisAndFuture())
                : event.shape() instanceof EventShape.Series series
                        ? new EventShape.Series(RecurrenceCut.of(series.recurrence(), level, marks))
                        : event.shape();
        EventBuilder cut = event.toBuilder()
                .ref(new EventRef(event.ref().calendarId(), id("id", event.ref().eventId())))
                .revision(new Revision(
                        id("uid", event.uid()),
                        event.revision().sequence(),
                        event.revision().etag(),
                        event.revision().updated()))
                .shape(shape)
                .details(details(event.details()))
                .participants(participants(event.participants()));
        return cut.extensions(extensions(event.extensions())).build();
    }

    private String id(String part, String id) {
        return marks.text(part, id, level.text());
    }

    private String text(String text) {
        return marks.text("texts", text, level.text());
    }

    private Details details(Details details) {
        Text description = details.description();
        String content = description.format() == Text.Format.HTML
                ? marks.replaced("description", description.content(), level.description())
                : marks.text("description", description.content(), level.description());
        return new Details(
                text(details.title()),
                new Text(content, description.format()),
                cutList("locations", details.locations(), EventCut::withLocations, this::location),
                details.conference().map(link -> new ConferenceLink(text(link.uri()), text(link.label()))),
                cutList("reminders", details.reminders(), EventCut::withReminders, UnaryOperator.identity()),
                cutList("categories", sorted(details.categories()), EventCut::withCategories, this::text),
                text(details.color()),
                cutList("attachments", details.attachments(), EventCut::withAttachments, this::attachment));
    }

    /** Sorts where the list is cut at all: which elements stay must not hang on an order that means nothing. */
    private List<String> sorted(List<String> categories) {
        return categories.size() <= level.elements()
                ? categories
                : categories.stream().sorted().toList();
    }

    private Location location(Location location) {
        return new Location(text(location.name()), text(location.address()), text(location.uri()));
    }

    private AttachmentLink attachment(AttachmentLink link) {
        return new AttachmentLink(text(link.uri()), text(link.title()), text(link.mediaType()));
    }

    private Participants participants(Participants participants) {
        List<Attendee> all = participants.attendees();
        boolean isCut = all.size() > level.elements();
        List<Attendee> kept = cutList(
                "attendees",
                isCut ? all.stream().sorted(ATTENDEES).toList() : all,
                (event, attendees) -> event.participants(withAttendees(attendees)),
                attendee ->
                        new Attendee(person(attendee.person()), attendee.role(), attendee.status(), attendee.self()));
        return new Participants(
                participants.organizer().map(leader -> new Organizer(person(leader.person()), leader.self())),
                kept,
                participants.complete() && !isCut);
    }

    private Person person(Person person) {
        return new Person(text(person.address()), text(person.name()));
    }

    private Extensions extensions(Extensions extensions) {
        List<Map.Entry<String, String>> sorted = List.copyOf(new TreeMap<>(extensions.properties()).entrySet());
        Map<String, String> kept = new LinkedHashMap<>();
        cutList(
                        "properties",
                        sorted,
                        (event, properties) -> event.properties(entries(properties)),
                        property -> Map.entry(text(property.getKey()), text(property.getValue())))
                .forEach(property -> kept.put(property.getKey(), property.getValue()));
        List<Degradation> degradations = new ArrayList<>(degradations(extensions.degradations()));
        degradations.addAll(marks.degradations());
        return new Extensions(kept, extensions.extras(), degradations);
    }

    private List<Degradation> degradations(List<Degradation> all) {
        int most = Math.max(5, level.elements());
        if (all.size() > most) {
            marks.list(
                    "degradations",
                    all.size(),
                    Probes.bytes(event -> event.extensions(new Extensions(Map.of(), ProviderExtras.none(), all))));
        }
        return all.stream()
                .limit(most)
                .map(lost -> new Degradation(lost.reason(), text(lost.detail())))
                .toList();
    }

    /** Puts a whole list into an event that holds nothing else, for its digest. */
    interface Probe<T> {
        EventBuilder put(EventBuilder probe, List<T> all);
    }

    private <T> List<T> cutList(String part, List<T> all, Probe<T> probe, UnaryOperator<T> element) {
        if (all.size() > level.elements()) {
            marks.list(part, all.size(), Probes.bytes(event -> probe.put(event, all)));
        }
        return all.stream().limit(level.elements()).map(element).toList();
    }

    private static EventBuilder withLocations(EventBuilder probe, List<Location> all) {
        return probe.details(Probes.details(all, List.of(), List.of(), List.of()));
    }

    private static EventBuilder withReminders(EventBuilder probe, List<Reminder> all) {
        return probe.details(Probes.details(List.of(), all, List.of(), List.of()));
    }

    private static EventBuilder withCategories(EventBuilder probe, List<String> all) {
        return probe.details(Probes.details(List.of(), List.of(), all, List.of()));
    }

    private static EventBuilder withAttachments(EventBuilder probe, List<AttachmentLink> all) {
        return probe.details(Probes.details(List.of(), List.of(), List.of(), all));
    }

    private static Participants withAttendees(List<Attendee> all) {
        return new Participants(Optional.empty(), all, true);
    }

    private static Map<String, String> entries(List<Map.Entry<String, String>> all) {
        Map<String, String> map = new LinkedHashMap<>();
        all.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }
}
