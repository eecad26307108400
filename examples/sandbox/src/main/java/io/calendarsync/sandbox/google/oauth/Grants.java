package io.calendarsync.sandbox.google.oauth;

import io.calendarsync.sandbox.google.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What everybody has allowed the application, and the tokens that came of it. Confined to the lock of its world. */
public final class Grants {

    private static final Duration UNUSED = Duration.ofDays(180);

    /** More living refresh tokens of one person kill the oldest, silently. */
    private static final int MOST_REFRESH_TOKENS = 100;

    private final World world;
    private final OauthSettings settings;
    private final Map<String, Grant> grants = new HashMap<>();
    private final Map<String, AccessToken> access = new LinkedHashMap<>();
    private final Map<String, RefreshToken> refresh = new LinkedHashMap<>();
    private final Map<String, Set<String>> refreshOf = new HashMap<>();

    /** Works on a world. */
    public Grants(World world, OauthSettings settings) {
        this.world = world;
        this.settings = settings;
    }

    /** Returns whether a person has allowed anything. */
    boolean isKnown(String email) {
        return grants.containsKey(email);
    }

    /** Adds to what a person allows. */
    Grant allow(String email, Set<String> scopes) {
        Grant grant = grants.computeIfAbsent(email, Grant::new);
        grant.scopes().addAll(scopes);
        return grant;
    }

    /** Makes an access token. */
    String newAccess(Grant grant, Set<String> scopes) {
        dropExpired();
        String token = world.ids().token("ya29.sandbox-");
        Instant expires = world.now().plus(settings.accessLife());
        access.put(token, new AccessToken(grant.email(), Set.copyOf(scopes), expires, grant));
        return token;
    }

    /** Tokens stand in the order they were made, so the first that lives ends the search. */
    private void dropExpired() {
        Iterator<AccessToken> oldest = access.values().iterator();
        while (oldest.hasNext() && !oldest.next().expires().isAfter(world.now())) {
            oldest.remove();
        }
    }

    /** Makes a refresh token. */
    String newRefresh(Grant grant, Set<String> scopes) {
        String token = world.ids().token("1//sandbox-");
        refresh.put(token, new RefreshToken(grant, new LinkedHashSet<>(scopes), world.now(), world.now()));
        Set<String> all = refreshOf.computeIfAbsent(grant.email(), any -> new LinkedHashSet<>());
        all.add(token);
        if (all.size() > MOST_REFRESH_TOKENS) {
            killRefresh(all.iterator().next());
        }
        return token;
    }

    void killRefresh(String token) {
        RefreshToken killed = refresh.remove(token);
        if (killed != null) {
            refreshOf
                    .getOrDefault(killed.grant().email(), new LinkedHashSet<>())
                    .remove(token);
        }
    }

    /** Returns a refresh token that can be used, now used. */
    Optional<RefreshToken> use(String token) {
        Instant now = world.now();
        RefreshToken known = refresh.get(token);
        if (known == null
                || !known.grant().alive()
                || known.used().plus(UNUSED).isBefore(now)
                || settings.refreshLife()
                        .filter(life -> !known.issued().plus(life).isAfter(now))
                        .isPresent()) {
            return Optional.empty();
        }
        refresh.put(token, known.usedAt(now));
        return Optional.of(known);
    }

    /** Returns what a call is allowed by. */
    Optional<AccessToken> access(String token) {
        return Optional.ofNullable(access.get(token))
                .filter(known -> known.grant().alive() && known.expires().isAfter(world.now()));
    }

    /** Ends a grant by one of its tokens. */
    boolean revokeBy(String token) {
        Optional<Grant> grant = Optional.ofNullable(refresh.get(token))
                .map(RefreshToken::grant)
                .or(() -> access(token).map(AccessToken::grant))
                .filter(Grant::alive);
        grant.ifPresent(known -> revoke(known.email()));
        return grant.isPresent();
    }

    /** Ends what a person has allowed; all tokens are dead. */
    public void revoke(String email) {
        Grant grant = grants.remove(email);
        if (grant != null) {
            grant.revoke();
            refreshOf.getOrDefault(email, Set.of()).forEach(refresh::remove);
            refreshOf.remove(email);
        }
    }

    /** Lets the access tokens of a person expire. */
    public void expireAccess(String email) {
        access.values().removeIf(token -> token.email().equals(email));
    }

    /** Lets all access tokens expire. */
    public void expireAllAccess() {
        access.clear();
    }

    /** Returns the living refresh tokens of a person, the oldest first. */
    public List<String> refreshTokens(String email) {
        return List.copyOf(refreshOf.getOrDefault(email, Set.of()));
    }

    /**
     * Returns tokens as if a person had consented just now.
     *
     * @param email who
     * @param scopes what to
     * @return the access token and the refresh token
     */
    public List<String> consent(String email, Set<String> scopes) {
        Grant grant = allow(email, scopes);
        return List.of(newAccess(grant, scopes), newRefresh(grant, scopes));
    }
}
