package io.calendarsync.engine.record;

import io.calendarsync.model.Event;

/**
 * An event as stored.
 *
 * @param event the event
 * @param fingerprint stands for its content
 * @param unknown what a newer writer added
 * @param key where it stands
 */
public record KnownEvent(Event event, String fingerprint, UnknownMembers unknown, EventKey key) {}
