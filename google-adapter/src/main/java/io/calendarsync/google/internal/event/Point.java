package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.google.internal.json.Rfc3339;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.ResolvedZone;
import io.calendarsync.model.ZoneNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/**
 * Reads Google's EventDateTime: a date, or a time with an offset, the name of a zone, or both. The offset is that of the
 * zone the calendar is shown in, which need not be the event's: only the instant counts, and the clock is that of the
 * named zone.
 */
final class Point {

    private final KnownZones zones;

    Point(ZoneNames zones) {
        this.zones = new KnownZones(zones);
    }

    /** Returns when that is; empty where it cannot be read. */
    Optional<RecurrenceId> read(JsonNode point, Findings findings) {
        String date = Json.text(point, "date");
        String time = Json.text(point, "dateTime");
        try {
            if (!date.isEmpty()) {
                return Optional.of(new RecurrenceId.OnDate(inRange(LocalDate.parse(date))));
            }
            return Rfc3339.parse(time).map(read -> time(read, Json.text(point, "timeZone"), findings));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private RecurrenceId time(Rfc3339 read, String zoneName, Findings findings) {
        inRange(read.local().toLocalDate());
        LocalDateTime local = read.local().truncatedTo(ChronoUnit.SECONDS);
        Optional<ZoneId> zone = zoneName.isEmpty() ? Optional.empty() : zone(zoneName, findings);
        if (read.offset().isPresent()) {
            ZoneOffset offset = read.offset().get();
            return on(zone.orElse(offset), local, offset);
        }
        return zone.<RecurrenceId>map(named -> new RecurrenceId.Zoned(local, named))
                .orElseGet(() -> new RecurrenceId.Floating(local));
    }

    /** Returns a time on the clock of a zone; as the later of two that a clock shows alike, at its offset alone. */
    private static RecurrenceId on(ZoneId zone, LocalDateTime written, ZoneOffset offset) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> here = rules.getValidOffsets(written);
        if (here.size() == 1 && here.get(0).equals(offset)) {
            return new RecurrenceId.Zoned(written, zone);
        }
        Instant instant = written.toInstant(offset);
        ZoneOffset there = rules.getOffset(instant);
        LocalDateTime local = LocalDateTime.ofInstant(instant, there);
        boolean first = rules.getValidOffsets(local).get(0).equals(there);
        return new RecurrenceId.Zoned(local, first ? zone : there);
    }

    /** Returns the zone of a name; where there is none, the offset beside it has to do, or the clock of the viewer. */
    private Optional<ZoneId> zone(String name, Findings findings) {
        Optional<ResolvedZone> resolved = zones.resolve(name);
        if (resolved.isEmpty()) {
            findings.add(Reason.UNKNOWN_ZONE, "a time zone this Java does not know");
        } else if (resolved.get().guessed()) {
            findings.add(Reason.GUESSED_ZONE, "a time zone known by another name");
        }
        return resolved.map(ResolvedZone::zone);
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("a year of four digits is wanted");
        }
        return date;
    }

    /** Returns whether that zone is an offset and nothing more. */
    static boolean isOffset(ZoneId zone) {
        return zone instanceof ZoneOffset;
    }
}
