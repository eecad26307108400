package io.calendarsync.engine.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.calendarsync.AuditEntry;
import io.calendarsync.SyncEvent;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes all that is stored about an owner as JSON, one object a line; credentials are left out. Thread-safe. */
public final class OwnerExport {

    private static final int EVENTS_A_PAGE = 200;
    private static final int ENTRIES_A_PAGE = 200;

    private final ConnectionRecords connections;
    private final CalendarRecords calendars;
    private final EventRecords events;
    private final LogRecords log;
    private final LinkRecords links;
    private final PublicationRecords publications;
    private final OwnerRecords owners;
    private final HoursRecords hours;
    private final AuditRecords audit;
    private final JsonFactory json = new JsonFactory();

    /** Creates it. */
    public OwnerExport(
            ConnectionRecords connections,
            CalendarRecords calendars,
            EventRecords events,
            LogRecords log,
            LinkRecords links,
            PublicationRecords publications,
            OwnerRecords owners,
            HoursRecords hours,
            AuditRecords audit) {
        this.connections = connections;
        this.calendars = calendars;
        this.events = events;
        this.log = log;
        this.links = links;
        this.publications = publications;
        this.owners = owners;
        this.hours = hours;
        this.audit = audit;
    }

    /** Writes it; does not close the stream. */
    public void write(OwnerId owner, OutputStream to) {
        String ownerKey = Keyspace.ownerKey(owner);
        try {
            line(to, "owner", Fields.none().put("id", owner.value()).bytes());
            for (Stored<ConnectionRecord> connection : connections.of(ownerKey)) {
                line(to, "connection", connection.value().bytes());
                for (Stored<CalendarRecord> calendar :
                        calendars.of(connection.value().id())) {
                    line(to, "calendar", calendar.value().bytes());
                    CalendarId id = calendar.value().info().id();
                    events(id, to);
                    links(id, to);
                    publications(id, to);
                    log(id.value(), calendar.value().log(), to);
                }
            }
            Optional<Stored<OwnerRecord>> known = owners.find(ownerKey);
            if (known.isPresent()) {
                log(Keyspace.ownerLog(ownerKey), known.get().value().log(), to);
            }
            Optional<byte[]> working = hours.payload(ownerKey);
            if (working.isPresent()) {
                line(to, "workingHours", working.get());
            }
            for (AuditEntry entry : audit.of(ownerKey)) {
                line(to, "audit", AuditRecords.payload(entry));
            }
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be written", e);
        }
    }

    private void events(CalendarId calendar, OutputStream to) throws IOException {
        Optional<String> after = Optional.empty();
        do {
            Paged<KnownEvent> page = events.page(calendar, after, EVENTS_A_PAGE);
            for (KnownEvent known : page.items()) {
                line(to, "event", events.plain(known));
            }
            after = page.next();
        } while (after.isPresent());
    }

    private void links(CalendarId calendar, OutputStream to) throws IOException {
        List<byte[]> found = new ArrayList<>();
        links.each(calendar, found::add);
        for (byte[] link : found) {
            line(to, "link", link);
        }
    }

    private void publications(CalendarId calendar, OutputStream to) throws IOException {
        List<byte[]> found = new ArrayList<>();
        publications.each(calendar, found::add);
        for (byte[] publication : found) {
            line(to, "publication", publication);
        }
    }

    private void log(String name, LogHead head, OutputStream to) throws IOException {
        for (long from = head.purged() + 1; from <= head.last(); from += ENTRIES_A_PAGE) {
            for (SyncEvent entry : log.read(name, head.epoch(), from, ENTRIES_A_PAGE)) {
                line(to, "entry", log.plain(entry));
            }
        }
    }

    private void line(OutputStream to, String type, byte[] object) throws IOException {
        JsonGenerator out = json.createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        out.writeStartObject();
        out.writeStringField("type", type);
        out.writeFieldName("value");
        out.writeRawValue(new String(object, StandardCharsets.UTF_8));
        out.writeEndObject();
        out.writeRaw('\n');
        out.flush();
    }
}
