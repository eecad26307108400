package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.ConferenceLink;
import io.calendarsync.model.Details;
import io.calendarsync.model.Location;
import io.calendarsync.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                Json.objects(event, "attachments").stream()
                        .map(TextMapper::attachment)
                        .toList());
    }

    private static Text description(String text) {
        return isMarkup(text) ? Text.html(text) : Text.plain(text);
    }

    private static boolean isMarkup(String text) {
        boolean possible = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        return possible && MARKUP.matcher(text).find();
    }

    private static Optional<ConferenceLink> conference(ObjectNode event) {
        List<ObjectNode> entries = Json.objects(event.path("conferenceData"), "entryPoints");
        Optional<ObjectNode> entry = Stream.concat(
                        entries.stream()
                                .filter(one -> Json.text(one, "entryPointType").equals("video")),
                        entries.stream())
                .filter(one -> !Json.text(one, "uri").isEmpty())
                .findFirst();
        String name = Json.text(event.path("conferenceData").path("conferenceSolution"), "name");
        return entry.map(one -> new ConferenceLink(Json.text(one, "uri"), name))
                .or(() -> Optional.of(Json.text(event, "hangoutLink"))
                        .filter(link -> !link.isEmpty())
                        .map(link -> new ConferenceLink(link, name)));
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
