package io.calendarsync.model;

import java.util.List;
import java.util.Optional;

/**
 * What an event is about.
 *
 * @param title one line, empty where there is none
 * @param description what it is about
 * @param locations where, in the source's order
 * @param conference how to join from afar
 * @param reminders in the source's order
 * @param categories in the source's order
 * @param color a CSS3 colour name (RFC 7986 section 5.9) or the provider's own colour id, empty where there is none
 * @param attachments in the source's order
 * @since 0.1
 */
public record Details(
        String title,
        Text description,
        List<Location> locations,
        Optional<ConferenceLink> conference,
        List<Reminder> reminders,
        List<String> categories,
        String color,
        List<AttachmentLink> attachments) {
    /**
     * Copies the lists.
     *
     * @param title one line, empty where there is none
     * @param description what it is about
     * @param locations where, in the source's order
     * @param conference how to join from afar
     * @param reminders in the source's order
     * @param categories in the source's order
     * @param color a CSS3 colour name (RFC 7986 section 5.9) or the provider's own colour id, empty where there is none
     * @param attachments in the source's order
     */
    public Details {
        locations = List.copyOf(locations);
        reminders = List.copyOf(reminders);
        categories = List.copyOf(categories);
        attachments = List.copyOf(attachments);
    }

    /**
     * {@return details of which only the title is known}
     *
     * @param title one line, empty where there is none
     */
    public static Details of(String title) {
        return new Details(title, Text.none(), List.of(), Optional.empty(), List.of(), List.of(), "", List.of());
    }
}
