package io.calendarsync.ics.internal.write;

import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.Details;
import io.calendarsync.model.Event;
import io.calendarsync.model.Location;
import io.calendarsync.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes what an event is about: SUMMARY, DESCRIPTION, LOCATION, GEO, URL, CONFERENCE, CATEGORIES, COLOR, ATTACH. */
final class TextLines {

    private static final Pattern GEO =
            Pattern.compile("geo:([+-]?\\d{1,3}(?:\\.\\d+)?),([+-]?\\d{1,3}(?:\\.\\d+)?)(?:[,;].*)?");
    private static final Pattern COLOR_NAME = Pattern.compile("[A-Za-z]{1,30}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&.+^-]{1,127}/[\\w!#$&.+^-]{1,127}");

    private final List<String> lines = new ArrayList<>();

    private TextLines() {}

    static List<String> of(Event event) {
        TextLines text = new TextLines();
        Details details = event.details();
        text.add("SUMMARY", details.title());
        text.addDescription(details.description());
        text.addLocations(details.locations());
        // Other properties are the application's own and private to this copy.
        text.addUri(Line.of("URL"), event.extensions().properties().getOrDefault("URL", ""));
        details.conference()
                .ifPresent(link -> text.addUri(
                        Line.of("CONFERENCE").parameter("VALUE", "URI").parameter("LABEL", link.label()), link.uri()));
        if (!details.categories().isEmpty()) {
            text.lines.add(Line.of("CATEGORIES").value(TextEscapes.list(details.categories())));
        }
        if (COLOR_NAME.matcher(details.color()).matches()) {
            text.add("COLOR", details.color());
        }
        details.attachments().forEach(text::addAttachment);
        return text.lines;
    }

    private void add(String name, String text) {
        if (!text.isEmpty()) {
            lines.add(Line.of(name).text(text));
        }
    }

    private void addUri(Line line, String link) {
        UriValue.of(link).ifPresent(uri -> lines.add(line.value(uri)));
    }

    /** HTML goes where Outlook puts it; as plain text it is there for all others. */
    private void addDescription(Text description) {
        if (description.format() == Text.Format.PLAIN || description.content().isEmpty()) {
            add("DESCRIPTION", description.content());
            return;
        }
        add("DESCRIPTION", HtmlText.plain(description.content()));
        lines.add(Line.of("X-ALT-DESC").parameter("FMTTYPE", "text/html").text(description.content()));
    }

    /** There is one LOCATION and one GEO: several places are named in one, the first that is known gives its position. */
    private void addLocations(List<Location> locations) {
        String names = locations.stream()
                .map(TextLines::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("; "));
        Optional<String> link = locations.stream()
                .map(Location::uri)
                .filter(uri -> !uri.startsWith("geo:"))
                .flatMap(uri -> UriValue.of(uri).stream())
                .findFirst();
        if (!names.isEmpty()) {
            lines.add(Line.of("LOCATION").parameter("ALTREP", link.orElse("")).text(names));
        }
        locations.stream()
                .map(location -> GEO.matcher(location.uri()))
                .filter(Matcher::matches)
                .findFirst()
                .ifPresent(geo -> lines.add("GEO:" + geo.group(1) + ";" + geo.group(2)));
    }

    private static String name(Location location) {
        boolean both = !location.name().isEmpty() && !location.address().isEmpty();
        return location.name() + (both ? "\n" : "") + location.address();
    }

    private void addAttachment(AttachmentLink link) {
        boolean typed = MEDIA_TYPE.matcher(link.mediaType()).matches();
        Line line = Line.of("ATTACH")
                .parameter("FMTTYPE", typed ? link.mediaType() : "")
                .parameter("FILENAME", link.title());
        addUri(line, link.uri());
    }
}
