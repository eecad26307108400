package io.calendarsync.sandbox.google.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Query;
import io.calendarsync.sandbox.google.http.Request;
import io.calendarsync.sandbox.google.oauth.ServiceAccount.Delegated;
import io.calendarsync.sandbox.google.quota.CallCounts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Exchanges codes, refresh tokens and assertions for access tokens; ends grants. */
public final class TokenEndpoint {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final ClientAuthentication authentication;
    private final Grants grants;
    private final Codes codes;
    private final OauthSettings settings;
    private final ServiceAccount serviceAccount;
    private final Identity identity;
    private final CallCounts counts;

    /** Works on grants. */
    public TokenEndpoint(
            Client client,
            Grants grants,
            Codes codes,
            OauthSettings settings,
            ServiceAccount serviceAccount,
            Identity identity,
            CallCounts counts) {
        this.authentication = new ClientAuthentication(client);
        this.grants = grants;
        this.codes = codes;
        this.settings = settings;
        this.serviceAccount = serviceAccount;
        this.identity = identity;
        this.counts = counts;
    }

    /** Answers with tokens. */
    public Answer token(Request request, List<String> path) {
        try {
            Query form = request.form();
            String type = form.textOrEmpty("grant_type");
            if (!type.equals(JWT_BEARER)) {
                authentication.check(request, form);
            }
            ObjectNode tokens = switch (type) {
                case "authorization_code" -> ofCode(form);
                case "refresh_token" -> ofRefresh(form);
                case JWT_BEARER -> ofAssertion(form);
                default -> throw new OauthException(400, "unsupported_grant_type", "Invalid grant_type: " + type);
            };
            return Answer.json(200, tokens).with("Cache-Control", "no-store");
        } catch (OauthException refusal) {
            return refusal.answer();
        }
    }

    private ObjectNode ofCode(Query form) {
        AuthorizationCode code =
                codes.redeem(form.textOrEmpty("code"), form.textOrEmpty("redirect_uri"), form.text("code_verifier"));
        Grant grant = grants.allow(code.email(), code.scopes());
        ObjectNode tokens = access(grant, code.scopes(), code.nonce());
        if (code.offline()) {
            tokens.put("refresh_token", grants.newRefresh(grant, code.scopes()));
        }
        return tokens;
    }

    private ObjectNode ofRefresh(Query form) {
        counts.called("token.refresh");
        String token = form.text("refresh_token")
                .orElseThrow(() -> OauthException.invalidRequest("Missing required parameter: refresh_token"));
        RefreshToken used = grants.use(token).orElseThrow(OauthException::invalidGrant);
        Set<String> scopes = form.text("scope").map(Scopes::parse).orElse(used.scopes());
        if (!used.scopes().containsAll(scopes)) {
            throw new OauthException(400, "invalid_scope", "Some requested scopes were not granted.");
        }
        ObjectNode tokens = access(used.grant(), scopes, "");
        if (settings.rotating()) {
            grants.killRefresh(token);
            tokens.put("refresh_token", grants.newRefresh(used.grant(), used.scopes()));
        }
        return tokens;
    }

    private ObjectNode ofAssertion(Query form) {
        Delegated delegated = serviceAccount.check(form.textOrEmpty("assertion"));
        return access(new Grant(delegated.subject()), delegated.scopes(), "");
    }

    private ObjectNode access(Grant grant, Set<String> scopes, String nonce) {
        ObjectNode tokens = Json.object()
                .put("access_token", grants.newAccess(grant, scopes))
                .put("expires_in", settings.accessLife().toSeconds())
                .put("scope", Scopes.text(scopes))
                .put("token_type", "Bearer");
        Optional<String> idToken = identity.idToken(grant.email(), scopes, nonce);
        idToken.ifPresent(text -> tokens.put("id_token", text));
        return tokens;
    }

    /** Ends the grant that a token comes from. */
    public Answer revoke(Request request, List<String> path) {
        String token =
                request.form().text("token").orElseGet(() -> request.query().textOrEmpty("token"));
        return grants.revokeBy(token)
                ? Answer.json(200, Json.object())
                : new OauthException(400, "invalid_token", "Token expired or revoked").answer();
    }
}
