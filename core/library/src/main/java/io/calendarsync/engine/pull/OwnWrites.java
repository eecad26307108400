package io.calendarsync.engine.pull;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.engine.plan.OwnWrite;
import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.OwnWriteRecords.Written;
import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.provider.OwnMarker;
import io.calendarsync.spi.provider.RemoteChange;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks up what we have written to the events of a page: to those that are stored, and to those that bear our mark and are
 * not, which may be what a creation without an answer has left. Thread-safe.
 */
final class OwnWrites {

    private final OwnWriteRecords records;

    OwnWrites(OwnWriteRecords records) {
        this.records = records;
    }

    Map<String, OwnWrite> of(CalendarId calendar, Set<String> stored, List<RemoteChange> changes) {
        Map<String, String> creations = new HashMap<>();
        for (RemoteChange change : changes) {
            if (change instanceof RemoteChange.Present present && !stored.contains(change.eventId())) {
                String marker = OwnMarker.on(present.event());
                if (!marker.isEmpty()) {
                    creations.put(change.eventId(), OwnWriteRecords.creation(marker));
                }
            }
        }
        Set<String> names = new LinkedHashSet<>(stored);
        names.addAll(creations.keySet());
        names.addAll(creations.values());
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, Written> found = records.find(calendar, names);
        Map<String, OwnWrite> own = new HashMap<>();
        creations.forEach((id, name) -> {
            Written creation = found.remove(name);
            if (creation != null) {
                own.put(id, ownWrite(creation));
            }
        });
        found.forEach((id, written) -> own.put(id, ownWrite(written)));
        return own;
    }

    private static OwnWrite ownWrite(Written written) {
        return new OwnWrite(
                Set.copyOf(written.replaced()),
                written.flights().stream()
                        .map(flight -> new OwnWrite.Flight(flight.fingerprint(), fields(flight.fields())))
                        .toList());
    }

    private static Set<Field> fields(List<String> names) {
        if (names.isEmpty()) {
            return EnumSet.allOf(Field.class);
        }
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (names.contains(field.name())) {
                fields.add(field);
            }
        }
        return fields;
    }
}
