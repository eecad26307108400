package io.calendarsync.engine.record;

import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.ConferenceLink;
import io.calendarsync.model.Details;
import io.calendarsync.model.Location;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an event is about. */
final class DetailsJson {

    private DetailsJson() {}

    static void write(JsonOut out, Details details) throws IOException {
        out.text("title", details.title());
        out.text("text", details.description().content());
        out.constant("format", details.description().format(), Text.Format.PLAIN, Fallbacks.FORMAT);
        out.list("locations", details.locations(), Location::toString, location -> {
            out.text("name", location.name());
            out.text("address", location.address());
            out.text("uri", location.uri());
        });
        if (details.conference().isPresent()) {
            ConferenceLink link = details.conference().get();
            out.object("conference", () -> {
                out.text("uri", link.uri());
                out.text("label", link.label());
            });
        }
        out.list("reminders", details.reminders(), reminder -> reminder.before().toString(), reminder -> {
            out.value("before", reminder.before());
            out.constant("by", reminder.method(), Reminder.Method.DISPLAY, Fallbacks.METHOD);
        });
        out.texts("categories", details.categories(), category -> category);
        out.text("color", details.color());
        out.list("files", details.attachments(), AttachmentLink::uri, file -> {
            out.text("uri", file.uri());
            out.text("title", file.title());
            out.text("type", file.mediaType());
        });
    }

    static Details read(JsonIn in) throws IOException {
        String title = "";
        String text = "";
        Text.Format format = Text.Format.PLAIN;
        List<Location> locations = List.of();
        Optional<ConferenceLink> conference = Optional.empty();
        List<Reminder> reminders = List.of();
        List<String> categories = List.of();
        String color = "";
        List<AttachmentLink> files = List.of();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "title" -> title = in.text();
                case "text" -> text = in.text();
                case "format" -> format = in.constant(name, Fallbacks.FORMAT);
                case "locations" -> locations = in.list(name, Location::toString, DetailsJson::location);
                case "conference" -> conference = Optional.of(in.object(name, DetailsJson::conference));
                case "reminders" -> reminders = in.list(name, r -> r.before().toString(), DetailsJson::reminder);
                case "categories" -> categories = in.texts(category -> category);
                case "color" -> color = in.text();
                case "files" -> files = in.list(name, AttachmentLink::uri, DetailsJson::file);
                default -> in.unknown(name);
            }
        }
        return new Details(title, new Text(text, format), locations, conference, reminders, categories, color, files);
    }

    private static Location location(JsonIn in) throws IOException {
        String called = "";
        String address = "";
        String uri = "";
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "name" -> called = in.text();
                case "address" -> address = in.text();
                case "uri" -> uri = in.text();
                default -> in.unknown(name);
            }
        }
        return new Location(called, address, uri);
    }

    private static ConferenceLink conference(JsonIn in) throws IOException {
        String uri = "";
        String label = "";
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "uri" -> uri = in.text();
                case "label" -> label = in.text();
                default -> in.unknown(name);
            }
        }
        return new ConferenceLink(uri, label);
    }

    private static Reminder reminder(JsonIn in) throws IOException {
        Duration before = Duration.ZERO;
        Reminder.Method method = Reminder.Method.DISPLAY;
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "before" -> before = Duration.parse(in.text());
                case "by" -> method = in.constant(name, Fallbacks.METHOD);
                default -> in.unknown(name);
            }
        }
        return new Reminder(before, method);
    }

    private static AttachmentLink file(JsonIn in) throws IOException {
        String uri = "";
        String title = "";
        String type = "";
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "uri" -> uri = in.text();
                case "title" -> title = in.text();
                case "type" -> type = in.text();
                default -> in.unknown(name);
            }
        }
        return new AttachmentLink(uri, title, type);
    }
}
