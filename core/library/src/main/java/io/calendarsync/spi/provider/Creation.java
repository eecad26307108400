package io.calendarsync.spi.provider;

import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Invitations;

/**
 * An event to be created.
 *
 * @param name the name it goes by: 64 hexadecimal digits, the same for each try and never for two events; adapters make
 *     ids and idempotency keys of it
 * @param marker what says that the event is ours, to be kept with it and read back as {@link OwnMarker#PROPERTY} of its
 *     properties; at most 200 ASCII characters
 * @param draft what it is to be
 * @param invitations who is to be told
 * @since 0.1
 */
public record Creation(String name, String marker, EventDraft draft, Invitations invitations) {}
