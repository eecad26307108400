package io.calendarsync.engine.record;

import io.calendarsync.Hours;
import io.calendarsync.WorkingHours;
import io.calendarsync.spi.store.Expect;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the working hours of owners. Thread-safe. */
public final class HoursRecords {

    private final Records records;

    /** Opens them. */
    public HoursRecords(Records records) {
        this.records = records;
    }

    /** Returns the hours of an owner. */
    public Optional<WorkingHours> find(String ownerKey) {
        return payload(ownerKey).map(HoursRecords::read);
    }

    /** Writes the hours of an owner, in place of earlier ones. */
    public void put(Commit commit, String ownerKey, WorkingHours hours) {
        Fields week = Fields.none();
        hours.week().forEach((day, ofDay) -> week.put(day.name(), texts(ofDay)));
        Fields exceptions = Fields.none();
        hours.exceptions().forEach((date, ofDate) -> exceptions.put(date.toString(), texts(ofDate)));
        byte[] payload = Fields.none()
                .put("zone", hours.zone().getId())
                .put("week", week)
                .put("exceptions", exceptions)
                .bytes();
        commit.put(Keyspace.ownerHours(ownerKey), payload, Expect.any());
    }

    /** Returns the hours of an owner as they are stored. */
    Optional<byte[]> payload(String ownerKey) {
        return records.read(Keyspace.ownerHours(ownerKey)).map(record -> record.payload());
    }

    private static WorkingHours read(byte[] payload) {
        Fields fields = Fields.of(payload);
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        Fields ofWeek = fields.child("week").orElseGet(Fields::none);
        ofWeek.names().forEach(day -> week.put(DayOfWeek.valueOf(day), hours(ofWeek.texts(day))));
        Map<LocalDate, List<Hours>> exceptions = new TreeMap<>();
        Fields ofDates = fields.child("exceptions").orElseGet(Fields::none);
        ofDates.names().forEach(date -> exceptions.put(LocalDate.parse(date), hours(ofDates.texts(date))));
        return new WorkingHours(Zones.read(fields.text("zone")), week, exceptions);
    }

    private static List<String> texts(List<Hours> hours) {
        return hours.stream().map(one -> one.from() + "-" + one.to()).toList();
    }

    private static List<Hours> hours(List<String> texts) {
        return texts.stream().map(Hours::of).toList();
    }
}
