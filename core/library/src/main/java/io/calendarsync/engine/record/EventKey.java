package io.calendarsync.engine.record;

import java.time.Instant;

/**
 * Where an event stands in the store.
 *
 * @param id the record's id: the event's own or a digest of it
 * @param version the version a write over it has to expect
 * @param until when it ends, the far future for an endless series; a hint
 */
public record EventKey(String id, long version, Instant until) {}
