package io.calendarsync.engine.record;

import io.calendarsync.model.OwnerId;

/**
 * An owner, as the library knows them.
 *
 * @param owner who
 * @param log how far the log of their connections reaches
 */
public record OwnerRecord(OwnerId owner, LogHead log) {

    /** Returns the owner with another log head. */
    public OwnerRecord log(LogHead next) {
        return new OwnerRecord(owner, next);
    }

    static OwnerRecord read(byte[] payload) {
        Fields fields = Fields.of(payload);
        return new OwnerRecord(
                new OwnerId(fields.text("owner")),
                LogHead.read(fields.child("log").orElseThrow()));
    }

    byte[] bytes() {
        return Fields.none().put("owner", owner.value()).put("log", log.write()).bytes();
    }
}
