package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.ConferenceLink;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Details;
import io.calendarsync.model.Location;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what an event is about: SUMMARY, DESCRIPTION, LOCATION, GEO, CATEGORIES, COLOR, CONFERENCE, ATTACH. */
final class TextMapper {

    private static final Set<String> CUT_MATTERS =
            Set.of("SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "ATTENDEE", "RRULE", "RDATE", "EXDATE", "UID");

    private static final List<String> CONFERENCES =
            List.of("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL");

    private TextMapper() {}

    static Details map(Component event, List<Reminder> reminders, Findings findings) {
        for (ContentLine line : event.lines()) {
            if (line.isCut() && CUT_MATTERS.contains(line.name())) {
                findings.add(Reason.TOO_LARGE, "the end of " + line.name() + " is cut off");
            }
        }
        return new Details(
                text(event, "SUMMARY"),
                Text.plain(text(event, "DESCRIPTION")),
                locations(event),
                conference(event),
                reminders,
                categories(event),
                event.first("COLOR").map(ContentLine::token).orElse(""),
                attachments(event));
    }

    private static String text(Component event, String name) {
        return event.first(name).map(line -> TextValue.unescape(line.value())).orElse("");
    }

    private static List<Location> locations(Component event) {
        String name = text(event, "LOCATION");
        String uri = event.first("GEO").map(TextMapper::geoUri).orElse("");
        return name.isEmpty() && uri.isEmpty() ? List.of() : List.of(new Location(name, "", uri));
    }

    /** Latitude and longitude part at a semicolon, which some senders escape. */
    private static String geoUri(ContentLine geo) {
        String position = geo.token().replace("\\", "");
        return position.matches("[+-]?\\d{1,3}(\\.\\d*)?\\s*;\\s*[+-]?\\d{1,3}(\\.\\d*)?")
                ? "geo:" + position.replaceAll("[\\s+]", "").replace(';', ',')
                : "";
    }

    private static Optional<ConferenceLink> conference(Component event) {
        for (String name : CONFERENCES) {
            Optional<ContentLine> line = event.first(name);
            if (line.isPresent()) {
                return Optional.of(
                        new ConferenceLink(line.get().token(), line.get().parameter("LABEL")));
            }
        }
        return Optional.empty();
    }

    private static List<String> categories(Component event) {
        List<String> categories = new ArrayList<>(0);
        for (ContentLine line : event.all("CATEGORIES")) {
            categories.addAll(TextValue.list(line.value()));
        }
        return categories;
    }

    /** Only links: data carried within the feed is never kept. */
    private static List<AttachmentLink> attachments(Component event) {
        List<AttachmentLink> links = new ArrayList<>(0);
        for (ContentLine line : event.all("ATTACH")) {
            boolean inline =
                    line.isCut() || line.hasParameter("VALUE", "BINARY") || line.hasParameter("ENCODING", "BASE64");
            if (!inline && !isWithinMessage(line.token())) {
                links.add(new AttachmentLink(line.token(), line.parameter("FILENAME"), line.parameter("FMTTYPE")));
            }
        }
        return links;
    }

    private static boolean isWithinMessage(String uri) {
        String lower = uri.length() <= 5 ? uri : uri.substring(0, 5).toLowerCase(Locale.ROOT);
        return lower.equals("data:") || lower.startsWith("cid:");
    }
}
