package io.calendarsync.testkit.sim;

import java.util.List;

/** Faults in keeping grants (H25 to H27). */
final class TokenFaults {

    private TokenFaults() {}

    static List<PlantedFault> all() {
        return List.of(
                new PlantedFault(
                        "H25-no",
                        "H25",
                        "a no to a used up token ends a healthy connection",
                        "token.Renewal",
                        "grant(id).filter(this::isStillOurs);",
                        "grant(id);",
                        268),
                new PlantedFault(
                        "H26-stale",
                        "H26",
                        "what a renewal brought is dropped where the record moved",
                        "token.Renewal",
                        "stored = stored.filter(now -> now.value().isRenewedLike(sent.value()));",
                        "stored = Optional.empty();",
                        192),
                new PlantedFault(
                        "H27-owner",
                        "H27",
                        "a consent is completed in any browser",
                        "token.ConsentDesk",
                        "if (!asked.request().owner().equals(signedIn)) {",
                        "if (false) {",
                        7),
                new PlantedFault(
                        "H25-late",
                        "H25",
                        "a token is sent by a node whose claim others may have taken over",
                        "token.Refresher",
                        "if (since.hasPassed(LEASE.dividedBy(2))) {",
                        "if (false) {",
                        62),
                new PlantedFault(
                        "H26-why",
                        "H26",
                        "a token that was lost by us is said to be taken back by its user",
                        "token.Refresher",
                        "return grant.standing().doubt() ? Reconnect.ROTATION_LOST : Reconnect.GRANT_LOST;",
                        "return Reconnect.GRANT_LOST;",
                        33));
    }
}
