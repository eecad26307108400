package io.calendarsync.engine.record;

import io.calendarsync.engine.record.Place.Base;
import io.calendarsync.engine.record.Publication.Wanted;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The members of a publication. */
final class PublicationJson {

    private PublicationJson() {}

    static void write(JsonOut out, Publication publication) throws IOException {
        out.text("host", publication.key().map(HostKey::value).orElse(""));
        out.always("revision", publication.revision());
        out.always("written", publication.written());
        out.constant("farewell", publication.farewell(), Invitations.NONE, Invitations.NONE);
        if (publication.wanted().isPresent()) {
            Wanted wanted = publication.wanted().get();
            out.object("wanted", () -> {
                out.text("calendar", wanted.target().value());
                out.constant("tells", wanted.invitations(), Invitations.NONE, Invitations.NONE);
                out.object("draft", () -> DraftJson.write(out, wanted.draft()));
            });
        }
        out.list("places", publication.places(), PublicationJson::identity, place -> write(out, place));
        out.list("errands", publication.errands(), errand -> errand.calendar().value(), errand -> write(out, errand));
    }

    private static String identity(Place place) {
        return place.calendar().value() + "." + place.incarnation();
    }

    private static void write(JsonOut out, Place place) throws IOException {
        out.text("calendar", place.calendar().value());
        out.number("incarnation", place.incarnation());
        out.text("event", place.eventId());
        out.text("state", place.state().name());
        if (place.base().isPresent()) {
            Base base = place.base().get();
            out.object("draft", () -> DraftJson.write(out, base.draft()));
            out.object("remote", () -> DraftJson.write(out, base.remote()));
        }
        out.list("sent", place.sent(), draft -> "", draft -> DraftJson.write(out, draft));
    }

    private static void write(JsonOut out, Errand errand) throws IOException {
        out.text("calendar", errand.calendar().value());
        if (!errand.due().equals(Errand.NEVER)) {
            out.value("due", errand.due());
        }
        Trouble trouble = errand.trouble();
        if (trouble.failures() > 0) {
            out.number("failures", trouble.failures());
            out.text("kind", trouble.kind());
            out.text("message", trouble.message());
            out.value("since", trouble.since());
        }
        out.text("stop", errand.stop());
    }

    static Publication read(JsonIn in) throws IOException {
        Optional<HostKey> key = Optional.empty();
        long revision = Publication.NEVER;
        long written = Publication.NEVER;
        Invitations farewell = Invitations.NONE;
        Optional<Wanted> wanted = Optional.empty();
        List<Place> places = List.of();
        List<Errand> errands = List.of();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "host" -> key = Optional.of(new HostKey(in.text()));
                case "revision" -> revision = in.number();
                case "written" -> written = in.number();
                case "farewell" -> farewell = in.constant(name, Invitations.NONE);
                case "wanted" -> wanted = Optional.of(in.object(name, PublicationJson::readWanted));
                case "places" -> places = in.list(name, PublicationJson::identity, PublicationJson::readPlace);
                case "errands" ->
                    errands = in.list(name, errand -> errand.calendar().value(), PublicationJson::readErrand);
                default -> in.unknown(name);
            }
        }
        return new Publication(key, revision, wanted, farewell, written, places, errands);
    }

    private static Wanted readWanted(JsonIn in) throws IOException {
        String calendar = "";
        Invitations invitations = Invitations.NONE;
        EventDraft draft = EventDraft.builder().build();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "calendar" -> calendar = in.text();
                case "tells" -> invitations = in.constant(name, Invitations.NONE);
                case "draft" -> draft = in.object(name, DraftJson::read);
                default -> in.unknown(name);
            }
        }
        return new Wanted(new CalendarId(calendar), draft, invitations);
    }

    private static Place readPlace(JsonIn in) throws IOException {
        String calendar = "";
        int incarnation = 0;
        String event = "";
        String state = "";
        Optional<EventDraft> draft = Optional.empty();
        Optional<EventDraft> remote = Optional.empty();
        List<EventDraft> sent = List.of();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "calendar" -> calendar = in.text();
                case "incarnation" -> incarnation = Math.toIntExact(in.number());
                case "event" -> event = in.text();
                case "state" -> state = in.text();
                case "draft" -> draft = Optional.of(in.object(name, DraftJson::read));
                case "remote" -> remote = Optional.of(in.object(name, DraftJson::read));
                case "sent" -> sent = in.list(name, one -> "", DraftJson::read);
                default -> in.unknown(name);
            }
        }
        Optional<EventDraft> left = remote;
        return new Place(
                new CalendarId(calendar),
                incarnation,
                event,
                Place.State.valueOf(state),
                draft.flatMap(ours -> left.map(theirs -> new Base(ours, theirs))),
                sent);
    }

    private static Errand readErrand(JsonIn in) throws IOException {
        String calendar = "";
        Instant due = Errand.NEVER;
        int failures = 0;
        String kind = "";
        String message = "";
        Instant since = Instant.EPOCH;
        String stop = "";
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "calendar" -> calendar = in.text();
                case "due" -> due = InstantText.parse(in.text());
                case "failures" -> failures = Math.toIntExact(in.number());
                case "kind" -> kind = in.text();
                case "message" -> message = in.text();
                case "since" -> since = InstantText.parse(in.text());
                case "stop" -> stop = in.text();
                default -> in.unknown(name);
            }
        }
        return new Errand(new CalendarId(calendar), due, new Trouble(failures, kind, message, since), stop);
    }
}
