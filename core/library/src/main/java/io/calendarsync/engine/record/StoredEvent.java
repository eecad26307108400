package io.calendarsync.engine.record;

import io.calendarsync.model.Event;

/**
 * An event as read from its record.
 *
 * @param event what this build understands of it
 * @param unknown the rest, to be written back
 */
public record StoredEvent(Event event, UnknownMembers unknown) {}
