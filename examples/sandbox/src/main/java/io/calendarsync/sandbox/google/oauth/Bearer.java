package io.calendarsync.sandbox.google.oauth;

import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Request;
import io.calendarsync.sandbox.google.state.Account;
import io.calendarsync.sandbox.google.state.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out who calls, and whether the token allows it. */
public final class Bearer {

    private static final String SCHEME = "bearer ";

    private final World world;
    private final Grants grants;

    /** Works on a world. */
    public Bearer(World world, Grants grants) {
        this.world = world;
        this.grants = grants;
    }

    /** Returns who calls. */
    public Caller caller(Request request) {
        Optional<String> header = request.header("Authorization");
        if (header.isEmpty()) {
            throw ApiException.of(401, "global", "required", "Login Required.").at("header", "Authorization");
        }
        String text = header.get();
        boolean bearer = text.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        AccessToken token = grants.access(
                        bearer ? text.substring(SCHEME.length()).trim() : "")
                .orElseThrow(() -> ApiException.of(401, "global", "authError", "Invalid Credentials")
                        .at("header", "Authorization"));
        return new Caller(world.account(token.email()), token.scopes());
    }

    /**
     * Who calls.
     *
     * @param account the person
     * @param scopes what the token allows
     */
    public record Caller(Account account, Set<String> scopes) {

        /** Refuses what none of these scopes allows. */
        public void needs(List<String> anyOf) {
            if (!Scopes.allow(scopes, anyOf)) {
                throw ApiException.of(
                                403,
                                "global",
                                "insufficientPermissions",
                                "Request had insufficient authentication scopes.")
                        .detailed("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
            }
        }
    }
}
