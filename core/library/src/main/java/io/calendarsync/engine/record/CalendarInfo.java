package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;

/**
 * What a calendar is, which does not change while it is synced.
 *
 * @param id ours
 * @param owner whose
 * @param remoteId the provider's id
 * @param name what people call it
 */
public record CalendarInfo(CalendarId id, OwnerId owner, String remoteId, String name) {

    static CalendarInfo read(Fields fields) {
        return new CalendarInfo(
                new CalendarId(fields.text("id")),
                new OwnerId(fields.text("owner")),
                fields.text("remote"),
                fields.text("name"));
    }

    void write(Fields fields) {
        fields.put("id", id.value())
                .put("owner", owner.value())
                .put("remote", remoteId)
                .put("name", name);
    }
}
