package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.sandbox.Mail;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.util.ArrayList;
import java.util.List;

/** The mails to guests, kept instead of sent. Confined to the lock of its world. */
public final class Outbox {

    private final World world;
    private final List<Mail> mails = new ArrayList<>();

    /** Takes the world, to tell who has an account here. */
    public Outbox(World world) {
        this.world = world;
    }

    /** Returns what was sent. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    void send(StoredCalendar calendar, JsonNode event, Mail.Kind kind, String sendUpdates) {
        if (sendUpdates.equals("none")) {
            return;
        }
        List<String> recipients = new ArrayList<>();
        event.path("attendees").forEach(attendee -> {
            String email = attendee.path("email").asText();
            boolean external = world.knownAccount(email).isEmpty();
            if (!attendee.path("self").asBoolean() && (external || sendUpdates.equals("all"))) {
                recipients.add(email);
            }
        });
        if (!recipients.isEmpty()) {
            mails.add(new Mail(calendar.id(), event.path("id").asText(), kind, sendUpdates, recipients));
        }
    }
}
