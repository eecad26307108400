package io.calendarsync.testkit.provider;

import io.calendarsync.FaultSource;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Consent;
import io.calendarsync.spi.provider.Grant;
import io.calendarsync.spi.provider.ProviderId;
import java.net.URI;
import java.util.function.Supplier;

/** Speaks to {@link FakeGrants}, past the server's fault plan. Thread-safe. */
record FakeAuthorization(ProviderId provider, FakeCalendars server) implements AuthorizationServer {

    @Override
    public URI consentPage(Consent consent) {
        return server.grants().page(consent);
    }

    @Override
    public Grant exchange(Consent consent, String code) {
        return send(ProviderCall.Kind.EXCHANGE, () -> server.grants().exchange(consent, code));
    }

    @Override
    public Grant refresh(String refreshToken) {
        return send(ProviderCall.Kind.REFRESH, () -> server.grants().refresh(refreshToken));
    }

    @Override
    public Grant delegate(String subject, Access access) {
        return send(ProviderCall.Kind.REFRESH, () -> server.grants().delegate(subject, access));
    }

    @Override
    public void revoke(String token) {
        send(ProviderCall.Kind.REVOKE, () -> {
            server.grants().revoke(token);
            return true;
        });
    }

    private <T> T send(ProviderCall.Kind kind, Supplier<T> work) {
        ProviderCall call = server.arrived(kind, "", "", "");
        FaultPlan plan = server.faultPlan();
        try {
            plan.before(call);
            T answer = work.get();
            plan.after(call);
            return answer;
        } catch (Refusal refusal) {
            throw RefusalMapper.map(refusal, call, FaultSource.of(provider.value()));
        }
    }
}
