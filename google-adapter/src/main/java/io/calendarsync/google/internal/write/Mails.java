package io.calendarsync.google.internal.write;

import io.calendarsync.model.Invitations;

/** Who gets a mail, in Google's words; said in every write that could cause one, for its defaults have changed before. */
final class Mails {

    private Mails() {}

    static String to(Invitations invitations) {
        return switch (invitations) {
            case NONE -> "none";
            case OUTSIDERS -> "externalOnly";
            case ALL -> "all";
        };
    }
}
