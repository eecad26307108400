package io.calendarsync.engine.token;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.FaultSource;
import io.calendarsync.Misconfigured;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Consent;
import io.calendarsync.spi.provider.Grant;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** An authorization server that ends a refresh token when it gives the next, and lets others in between. Confined. */
final class RotatingServer implements AuthorizationServer {

    private int issued;
    private int refreshes;
    private int refusals;
    private int unavailable;
    private boolean misconfigured;
    private boolean takenBack;
    private Runnable before = () -> {};
    private Runnable during = () -> {};

    /** Sets what happens once, when a request is under way and not arrived. */
    void before(Runnable action) {
        before = action;
    }

    /** Sets what happens once, when a request is done and not answered. */
    void during(Runnable action) {
        during = action;
    }

    void unavailable(int times) {
        unavailable = times;
    }

    void misconfigured() {
        misconfigured = true;
    }

    void takeBack() {
        takenBack = true;
    }

    int refreshes() {
        return refreshes;
    }

    int refusals() {
        return refusals;
    }

    @Override
    public Grant refresh(String refreshToken) {
        Runnable first = before;
        before = () -> {};
        first.run();
        if (unavailable > 0) {
            unavailable--;
            throw new ProviderUnavailable("out of order", FaultSource.unknown());
        }
        if (misconfigured) {
            misconfigured = false;
            throw new Misconfigured("the secret is wrong", FaultSource.unknown());
        }
        if (takenBack || !refreshToken.equals("refresh-" + issued)) {
            refusals++;
            throw new AuthorizationLost("invalid_grant", FaultSource.unknown());
        }
        issued++;
        refreshes++;
        Grant grant = new Grant(
                "access-" + issued, Duration.ofHours(1), Optional.of("refresh-" + issued), Optional.of(Access.READ));
        Runnable then = during;
        during = () -> {};
        then.run();
        return grant;
    }

    @Override
    public URI consentPage(Consent consent) {
        throw new AssertionError("nobody is asked here");
    }

    @Override
    public Grant exchange(Consent consent, String code) {
        throw new AssertionError("nobody is asked here");
    }

    @Override
    public Grant delegate(String subject, Access access) {
        throw new AssertionError("nobody is acted for here");
    }

    @Override
    public void revoke(String token) {
        throw new AssertionError("nobody leaves here");
    }
}
