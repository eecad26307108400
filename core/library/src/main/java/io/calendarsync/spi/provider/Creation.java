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
 * @param mayExist whether this creation may have been sent before, a moment or a year ago: where the provider forgets
 *     names, the adapter looks for the marker first, and answers {@link WriteAnswer.Exists} with what it found
 * @since 0.1
 */
public record Creation(String name, String marker, EventDraft draft, Invitations invitations, boolean mayExist) {

    /**
     * A creation that was never sent before.
     *
     * @param name the name it goes by
     * @param marker what says that the event is ours
     * @param draft what it is to be
     * @param invitations who is to be told
     */
    public Creation(String name, String marker, EventDraft draft, Invitations invitations) {
        this(name, marker, draft, invitations, false);
    }

    /** Says under which name, and nothing of what. */
    @Override
    public String toString() {
        return "Creation[" + name + "]";
    }
}
