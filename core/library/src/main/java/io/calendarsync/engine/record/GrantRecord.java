package io.calendarsync.engine.record;

import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.Grant;
import java.time.Instant;

/**
 * The grant of a connection. Secret: {@code toString} shows no token.
 *
 * @param accessToken the last one, empty for none
 * @param expires when that ends
 * @param refreshToken gets the next one, empty where the application acts for a subject
 * @param subject for whom it acts, empty where there is a refresh token
 * @param access what was asked for
 * @param standing how it stands with its renewal
 */
public record GrantRecord(
        String accessToken, Instant expires, String refreshToken, String subject, Access access, Standing standing) {

    /**
     * How a grant stands with its renewal.
     *
     * @param claim names who is renewing it, empty for nobody
     * @param until how long that holds
     * @param doubt whether the refresh token may have been used up by an answer that got lost
     * @param lost whether the server has refused it for good
     */
    public record Standing(String claim, Instant until, boolean doubt, boolean lost) {

        /** Nobody is renewing it, and nothing is wrong. */
        public static Standing well() {
            return new Standing("", Instant.EPOCH, false, false);
        }

        /** Returns it as being renewed by somebody. */
        public Standing claimed(String by, Instant end) {
            // Whoever held the claim before may have sent the token and died.
            return new Standing(by, end, doubt || !claim.isEmpty(), lost);
        }

        /** Returns it as being renewed by nobody. */
        public Standing released(boolean inDoubt) {
            return new Standing("", Instant.EPOCH, inDoubt, lost);
        }
    }

    /** Returns the record of a grant just given. */
    public static GrantRecord of(Grant grant, String subject, Access access, Instant asked) {
        return new GrantRecord(
                grant.accessToken(),
                asked.plus(grant.life()),
                grant.refreshToken().orElse(""),
                subject,
                access,
                Standing.well());
    }

    /** Returns it renewed; the refresh token stays where the answer has none. */
    public GrantRecord renewed(Grant grant, Instant asked) {
        return new GrantRecord(
                grant.accessToken(),
                asked.plus(grant.life()),
                grant.refreshToken().orElse(refreshToken),
                subject,
                access,
                Standing.well());
    }

    /** Returns it in another standing. */
    public GrantRecord standing(Standing next) {
        return new GrantRecord(accessToken, expires, refreshToken, subject, access, next);
    }

    /** Returns it as refused for good. */
    public GrantRecord lost() {
        return standing(new Standing("", Instant.EPOCH, standing.doubt(), true));
    }

    /** Returns whether what it is renewed with is the same. */
    public boolean isRenewedLike(GrantRecord other) {
        return refreshToken.equals(other.refreshToken) && subject.equals(other.subject);
    }

    static GrantRecord read(Fields fields) {
        return new GrantRecord(
                fields.text("token"),
                fields.instant("expires"),
                fields.text("refresh"),
                fields.text("subject"),
                fields.constant("access", Access.READ),
                new Standing(fields.text("claim"), fields.instant("until"), fields.flag("doubt"), fields.flag("lost")));
    }

    Fields write() {
        return Fields.none()
                .put("token", accessToken)
                .put("expires", expires)
                .put("refresh", refreshToken)
                .put("subject", subject)
                .put("access", access)
                .put("claim", standing.claim())
                .put("until", standing.until())
                .put("doubt", standing.doubt())
                .put("lost", standing.lost());
    }

    @Override
    public String toString() {
        return "GrantRecord[expires=" + expires + ", access=" + access + ", standing=" + standing
                + ", tokens=(redacted)]";
    }
}
