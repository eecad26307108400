package io.calendarsync.engine.record;

import java.time.ZoneId;
import java.time.zone.ZoneRulesException;

/** Reads zone ids of payloads. */
final class Zones {

    private Zones() {}

    /**
     * Returns the zone.
     *
     * @throws NewerPayload if this JDK does not know it: a node with newer time zone data wrote it and can read it
     */
    static ZoneId read(String id) {
        try {
            return ZoneId.of(id);
        } catch (ZoneRulesException e) {
            throw new NewerPayload("time zone unknown to this JDK: " + id, 0);
        }
    }
}
