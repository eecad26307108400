package io.calendarsync.google.internal.oauth;

import com.google.api.client.auth.oauth2.AuthorizationCodeRequestUrl;
import com.google.api.client.util.GenericData;
import io.calendarsync.FaultSource;
import io.calendarsync.Misconfigured;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.Exchange;
import io.calendarsync.google.internal.api.Faults;
import io.calendarsync.google.internal.api.JdkTransport;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Consent;
import io.calendarsync.spi.provider.Grant;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Google's authorization server. Thread-safe, keeps nothing. */
public final class GoogleAuthorization implements AuthorizationServer {

    /** What the server says of tokens that are not good any more. */
    private static final Set<String> ENDED = Set.of("invalid_token", "invalid_grant");

    private final Client client;
    private final Endpoints endpoints;
    private final Optional<Supplier<String>> serviceAccount;
    private final TokenEndpoint tokens;
    private final FaultSource source;
    private final InstantSource clock;

    /**
     * Creates it.
     *
     * @param client the application
     * @param endpoints where the server is
     * @param serviceAccount gives the key file of what acts for users of an organization
     * @param transport sends requests
     * @param source where faults arise
     * @param clock dates what is signed
     */
    public GoogleAuthorization(
            Client client,
            Endpoints endpoints,
            Optional<Supplier<String>> serviceAccount,
            JdkTransport transport,
            FaultSource source,
            InstantSource clock) {
        this.client = client;
        this.endpoints = endpoints;
        this.serviceAccount = serviceAccount;
        this.tokens = new TokenEndpoint(transport, new Exchange(clock), new Faults(source));
        this.source = source;
        this.clock = clock;
    }

    /** A refresh token is only given for offline access, and reliably only where consent is asked for again. */
    @Override
    public URI consentPage(Consent consent) {
        AuthorizationCodeRequestUrl page = new AuthorizationCodeRequestUrl(
                        endpoints.authorization().toString(), client.id())
                .setRedirectUri(consent.redirect().toString())
                .setScopes(Scopes.of(consent.access()))
                .setState(consent.state());
        page.set("access_type", "offline");
        page.set("prompt", consent.account().isEmpty() ? "select_account consent" : "consent");
        page.set("include_granted_scopes", "true");
        page.set("code_challenge", consent.challenge());
        page.set("code_challenge_method", "S256");
        if (!consent.account().isEmpty()) {
            page.set("login_hint", consent.account());
        }
        return page.toURI();
    }

    @Override
    public Grant exchange(Consent consent, String code) {
        GenericData form = identified("authorization_code")
                .set("code", code)
                .set("redirect_uri", consent.redirect().toString())
                .set("code_verifier", consent.verifier());
        return tokens.grant(tokens.post(endpoints.token(), form), consent.access(), refusals(false));
    }

    /** An answer that names no scopes has those of before: whatever they were, none was lost. */
    @Override
    public Grant refresh(String refreshToken) {
        GenericData form = identified("refresh_token").set("refresh_token", refreshToken);
        return tokens.grant(tokens.post(endpoints.token(), form), Access.READ_WRITE, refusals(false));
    }

    private GenericData identified(String grantType) {
        GenericData form = new GenericData().set("grant_type", grantType).set("client_id", client.id());
        return client.secret().isEmpty() ? form : form.set("client_secret", client.secret());
    }

    @Override
    public Grant delegate(String subject, Access access) {
        List<String> scopes = Scopes.of(access);
        GenericData form = new GenericData()
                .set("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
                .set("assertion", assertion(subject, scopes));
        return tokens.grant(tokens.post(endpoints.token(), form), access, refusals(true));
    }

    private String assertion(String subject, List<String> scopes) {
        Supplier<String> file = serviceAccount.orElseThrow(() ->
                new Misconfigured("The Google provider was given no service account to act for users with", source));
        try {
            return ServiceAccount.parse(file.get()).assertion(subject, scopes, endpoints.token(), clock.instant());
        } catch (GeneralSecurityException | IOException e) {
            throw new Misconfigured("The key file of the service account cannot be used: " + e.getMessage(), source);
        }
    }

    @Override
    public void revoke(String token) {
        Answer answer = tokens.post(endpoints.revocation(), new GenericData().set("token", token));
        if (answer.isSuccess()) {
            return;
        }
        String code = answer.json()
                .map(error -> Json.text(error, "error").toLowerCase(Locale.ROOT))
                .orElse("");
        if (answer.status() == 400 && ENDED.contains(code)) {
            return;
        }
        throw refusals(false).of(answer);
    }

    private TokenRefusals refusals(boolean delegating) {
        return new TokenRefusals(source, delegating);
    }

    @Override
    public String toString() {
        return "GoogleAuthorization[" + source.provider() + "]";
    }
}
