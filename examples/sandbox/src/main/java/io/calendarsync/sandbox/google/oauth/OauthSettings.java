package io.calendarsync.sandbox.google.oauth;

import java.time.Duration;
import java.util.Optional;

/** What can be set about tokens, and changed while the sandbox runs. Confined to the lock of its world. */
public final class OauthSettings {

    private Duration accessLife = Duration.ofSeconds(3_599);
    private Optional<Duration> refreshLife = Optional.empty();
    private boolean rotating;

    /** How long access tokens live. */
    public Duration accessLife() {
        return accessLife;
    }

    /** Sets how long new access tokens live. */
    public void accessLife(Duration life) {
        accessLife = life;
    }

    /** How long refresh tokens live, used or not; applications in testing mode have 7 days. */
    public Optional<Duration> refreshLife() {
        return refreshLife;
    }

    /** Sets how long refresh tokens live. */
    public void refreshLife(Duration life) {
        refreshLife = Optional.of(life);
    }

    /** Whether a refresh gives a new refresh token and kills the old one. */
    public boolean rotating() {
        return rotating;
    }

    /** Sets whether a refresh gives a new refresh token and kills the old one. */
    public void rotating(boolean rotates) {
        rotating = rotates;
    }
}
