package io.calendarsync.sandbox.google.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Query;
import io.calendarsync.sandbox.google.http.Request;
import io.calendarsync.sandbox.google.state.World;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a person's browser is sent to agree. */
public final class AuthorizeEndpoint {

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final World world;
    private final Client client;
    private final Grants grants;
    private final Codes codes;
    private final Consent consent;

    /** Works on a world. */
    public AuthorizeEndpoint(World world, Client client, Grants grants, Codes codes, Consent consent) {
        this.world = world;
        this.client = client;
        this.grants = grants;
        this.codes = codes;
        this.consent = consent;
    }

    /** Answers: a page that asks, or the redirect that tells what was decided. */
    public Answer handle(Request request, List<String> path) {
        Query query = request.query();
        String redirect = query.textOrEmpty("redirect_uri");
        if (!query.textOrEmpty("client_id").equals(client.id())) {
            return refused(401, "invalid_client", "The OAuth client was not found.");
        }
        if (!client.mayBeCalledAt(redirect)) {
            return refused(400, "redirect_uri_mismatch", "The redirect URI is not one of the client's.");
        }
        if (!query.textOrEmpty("response_type").equals("code")) {
            return refused(400, "unsupported_response_type", "Only response_type=code is supported.");
        }
        Set<String> scopes = Scopes.parse(query.textOrEmpty("scope"));
        if (scopes.isEmpty() || !scopes.stream().allMatch(Scopes::exists)) {
            return refused(400, "invalid_scope", "Some requested scopes were invalid.");
        }
        boolean challenged = query.text("code_challenge").isPresent();
        if (challenged && !query.textOrEmpty("code_challenge_method").equals("S256")) {
            return refused(400, "invalid_request", "Only code_challenge_method=S256 is supported.");
        }
        return decided(query, redirect, scopes);
    }

    private static Answer refused(int status, String error, String description) {
        return Answer.html(status, ConsentPage.error(error, description));
    }

    private Answer decided(Query query, String redirect, Set<String> scopes) {
        String user = query.text(ConsentPage.USER)
                .or(() -> query.text("login_hint"))
                .orElseGet(() -> world.everybody().stream().findFirst().orElse("someone@example.com"));
        String decision =
                query.text(ConsentPage.DECISION).orElse(consent.decision().name());
        return switch (decision.toUpperCase(Locale.ROOT)) {
            case "ALLOW" -> back(redirect, query, "code", codes.issue(agreed(query, user, redirect, scopes)));
            case "DENY" -> back(redirect, query, "error", "access_denied");
            default ->
                query.textOrEmpty("prompt").equals("none")
                        ? back(redirect, query, "error", "interaction_required")
                        : Answer.html(200, ConsentPage.ask(query, user, scopes));
        };
    }

    private AuthorizationCode agreed(Query query, String user, String redirect, Set<String> scopes) {
        Set<String> ticked = new LinkedHashSet<>(scopes);
        if (query.has(ConsentPage.TICKED)) {
            ticked.retainAll(query.all(ConsentPage.TICKED));
        }
        ticked.removeAll(consent.unticked());
        boolean first =
                !grants.isKnown(user) || !grants.allow(user, Set.of()).scopes().containsAll(ticked);
        boolean asked = Scopes.parse(query.textOrEmpty("prompt")).contains("consent");
        world.account(user);
        Grant grant = grants.allow(user, ticked);
        if (query.flag("include_granted_scopes").orElse(false)) {
            ticked.addAll(grant.scopes());
        }
        return new AuthorizationCode(
                user,
                Set.copyOf(ticked),
                redirect,
                query.text("code_challenge"),
                query.textOrEmpty("access_type").equals("offline") && (first || asked),
                query.textOrEmpty("nonce"),
                world.now().plus(CODE_LIFE));
    }

    private static Answer back(String redirect, Query query, String name, String value) {
        StringBuilder location = new StringBuilder(redirect)
                .append(redirect.indexOf('?') < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8));
        Optional<String> state = query.text("state");
        state.ifPresent(text -> location.append("&state=").append(URLEncoder.encode(text, UTF_8)));
        if (name.equals("code")) {
            location.append("&scope=").append(URLEncoder.encode(query.textOrEmpty("scope"), UTF_8));
        }
        return Answer.redirect(location.toString());
    }
}
