package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.ConferenceLink;
import io.calendarsync.model.Details;
import io.calendarsync.model.Location;
import io.calendarsync.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an event is about: {@code summary}, {@code description}, {@code location}, links and colours. */
final class TextMapper {

    /** A description is HTML if it has a tag or a character reference; Google does not say. */
    private static final Pattern MARKUP =
            Pattern.compile("</?[A-Za-z][^<>]*>|&(?:[A-Za-z]{2,8}|#\\d{1,7}|#x[0-9A-Fa-f]{1,6});");

    private TextMapper() {}

    // From Google

    static Details read(ObjectNode event) {
        String place = Json.text(event, "location");
        return new Details(
                Json.text(event, "summary"),
                description(Json.text(event, "description")),
                place.isEmpty() ? List.of() : List.of(Location.of(place)),
                conference(event),
                AlertMapper.read(event),
                List.of(),
                Json.text(event, "colorId"),
                attachments(event));
    }

    private static Text description(String text) {
        return isMarkup(text) ? Text.html(text) : Text.plain(text);
    }

    private static boolean isMarkup(String text) {
        boolean possible = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        return possible && MARKUP.matcher(text).find();
    }

    /** A video comes before other ways to take part, and any of them before the old link. */
    private static Optional<ConferenceLink> conference(ObjectNode event) {
        JsonNode conference = event.path("conferenceData");
        String link = "";
        for (ObjectNode entry : Json.objects(conference, "entryPoints")) {
            String uri = Json.text(entry, "uri");
            boolean video = Json.text(entry, "entryPointType").equals("video");
            if (!uri.isEmpty() && (link.isEmpty() || video)) {
                link = uri;
                if (video) {
                    break;
                }
            }
        }
        link = link.isEmpty() ? Json.text(event, "hangoutLink") : link;
        return link.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConferenceLink(link, Json.text(conference.path("conferenceSolution"), "name")));
    }

    private static List<AttachmentLink> attachments(ObjectNode event) {
        List<AttachmentLink> links = new ArrayList<>(0);
        for (ObjectNode attachment : Json.objects(event, "attachments")) {
            links.add(attachment(attachment));
        }
        return links;
    }

    private static AttachmentLink attachment(ObjectNode attachment) {
        return new AttachmentLink(
                Json.text(attachment, "fileUrl"), Json.text(attachment, "title"), Json.text(attachment, "mimeType"));
    }

    // To Google

    static Optional<String> writeTitle(String title, ObjectNode event) {
        Json.put(event, "summary", title);
        return Optional.empty();
    }

    /** Plain text that would be taken for HTML is written as HTML that shows it. */
    static Optional<String> writeDescription(Text text, ObjectNode event) {
        boolean misleading = text.format() == Text.Format.PLAIN && isMarkup(text.content());
        Json.put(event, "description", misleading ? shown(text.content()) : text.content());
        return Optional.empty();
    }

    private static String shown(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }

    /** Google has one line for all places. */
    static Optional<String> writeLocations(List<Location> places, ObjectNode event) {
        Json.put(
                event,
                "location",
                places.stream()
                        .map(TextMapper::line)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("; ")));
        return Optional.empty();
    }

    private static String line(Location place) {
        String address = place.address().strip().replaceAll("\\s*[\\r\\n]+\\s*", ", ");
        boolean said = place.name().toLowerCase(Locale.ROOT).contains(address.toLowerCase(Locale.ROOT));
        String text = said ? place.name() : place.name().isEmpty() ? address : place.name() + ", " + address;
        return text.isEmpty() ? place.uri() : text;
    }
}
