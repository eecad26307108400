package io.calendarsync.testkit.provider;

import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.Consent;
import io.calendarsync.spi.provider.Grant;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The authorization server of a {@link FakeCalendars}: users consent or refuse, tokens end, are taken back, and are
 * replaced at each renewal where it {@link #rotate}s. Thread-safe.
 *
 * @since 0.1
 */
public final class FakeGrants {

    private final FakeCalendars server;
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, Given> byRefreshToken = new LinkedHashMap<>();
    private final Map<String, Opened> byAccessToken = new LinkedHashMap<>();
    private final Set<String> spent = new HashSet<>();
    private Duration life = Duration.ofHours(1);
    private boolean rotates;
    private boolean refreshTokens = true;
    private Optional<Access> cut = Optional.empty();
    private String latest = "";
    private long issued;

    private record Code(String account, Access access, String challenge, URI redirect) {}

    private record Given(String account, Access access) {}

    private record Opened(Given given, Instant until) {}

    FakeGrants(FakeCalendars server) {
        this.server = server;
    }

    /**
     * Sets how long access tokens given from now on are good.
     *
     * @param time positive
     * @return this server
     */
    public FakeGrants life(Duration time) {
        return locked(() -> life = time);
    }

    /**
     * Sets whether each renewal gives a new refresh token and ends the one that was sent.
     *
     * @param always whether it does
     * @return this server
     */
    public FakeGrants rotate(boolean always) {
        return locked(() -> rotates = always);
    }

    /**
     * Sets whether a code brings a refresh token.
     *
     * @param given whether it does
     * @return this server
     */
    public FakeGrants refreshTokens(boolean given) {
        return locked(() -> refreshTokens = given);
    }

    /**
     * Sets what users grant at most, whatever is asked: they untick the rest.
     *
     * @param most absent where they grant what is asked
     * @return this server
     */
    public FakeGrants most(Optional<Access> most) {
        return locked(() -> cut = most);
    }

    /**
     * {@return what the redirect brings after the user of an account has consented}
     *
     * @param page what {@code begin} gave
     * @param account the name of the account that consents
     */
    public Map<String, String> allow(URI page, String account) {
        synchronized (server.lock()) {
            Map<String, String> asked = parameters(page);
            String code = fresh("code");
            Access access = Access.valueOf(required(asked, "access"));
            codes.put(
                    code,
                    new Code(
                            account,
                            cut.orElse(access),
                            required(asked, "challenge"),
                            URI.create(required(asked, "redirect"))));
            return Map.of("state", required(asked, "state"), "code", code);
        }
    }

    /**
     * {@return what the redirect brings after the user has refused}
     *
     * @param page what {@code begin} gave
     */
    public Map<String, String> deny(URI page) {
        return Map.of("state", required(parameters(page), "state"), "error", "access_denied");
    }

    /**
     * {@return the refresh token of a grant somebody else got}
     *
     * @param account the account that consented
     * @param access to what
     */
    public String given(String account, Access access) {
        synchronized (server.lock()) {
            String token = fresh("refresh");
            byRefreshToken.put(token, new Given(account, access));
            return token;
        }
    }

    /** Ends all access tokens, as if their time were up; grants go on. */
    public void endAccessTokens() {
        synchronized (server.lock()) {
            byAccessToken.clear();
        }
    }

    /**
     * Ends all grants of an account, as when its user takes them back.
     *
     * @param account its name
     */
    public void takeBack(String account) {
        synchronized (server.lock()) {
            byRefreshToken.values().removeIf(given -> given.account().equals(account));
            byAccessToken.values().removeIf(opened -> opened.given().account().equals(account));
        }
    }

    /**
     * {@return whether an account has a grant that can be renewed}
     *
     * @param account its name
     */
    public boolean lives(String account) {
        synchronized (server.lock()) {
            return byRefreshToken.values().stream()
                    .anyMatch(given -> given.account().equals(account));
        }
    }

    /**
     * {@return whether a refresh token can still be used}
     *
     * @param refreshToken any text
     */
    public boolean isGood(String refreshToken) {
        synchronized (server.lock()) {
            return byRefreshToken.containsKey(refreshToken);
        }
    }

    /**
     * {@return whether a refresh token was used up by a renewal that gave another}
     *
     * @param refreshToken any text
     */
    public boolean isSpent(String refreshToken) {
        synchronized (server.lock()) {
            return spent.contains(refreshToken);
        }
    }

    /** {@return the last refresh token that was given in place of another, empty for none} */
    public String latest() {
        synchronized (server.lock()) {
            return latest;
        }
    }

    URI page(Consent consent) {
        return URI.create("fake://host/consent?state=" + consent.state() + "&access=" + consent.access() + "&challenge="
                + consent.challenge() + "&redirect=" + consent.redirect() + "&account=" + consent.account());
    }

    Grant exchange(Consent consent, String code) {
        synchronized (server.lock()) {
            Code known = codes.remove(code);
            boolean fits = known != null
                    && known.challenge().equals(consent.challenge())
                    && known.redirect().equals(consent.redirect());
            if (known == null || !fits) {
                throw Refusal.of(401, "invalid_grant");
            }
            Given given = new Given(known.account(), known.access());
            return open(given, refreshTokens ? Optional.of(given(given.account(), given.access())) : Optional.empty());
        }
    }

    Grant refresh(String refreshToken) {
        synchronized (server.lock()) {
            Given given = byRefreshToken.get(refreshToken);
            if (given == null) {
                throw Refusal.of(401, "invalid_grant");
            }
            if (!rotates) {
                return open(given, Optional.empty());
            }
            byRefreshToken.remove(refreshToken);
            spent.add(refreshToken);
            latest = given(given.account(), given.access());
            return open(given, Optional.of(latest));
        }
    }

    Grant delegate(String subject, Access access) {
        synchronized (server.lock()) {
            String account = subject.contains("@") ? subject.substring(0, subject.indexOf('@')) : subject;
            return open(new Given(account, access), Optional.empty());
        }
    }

    void revoke(String token) {
        synchronized (server.lock()) {
            Given given = byRefreshToken.get(token);
            if (given != null) {
                takeBack(given.account());
            }
        }
    }

    /** Returns the account an access token opens. */
    FakeAccount enter(String token) {
        synchronized (server.lock()) {
            Opened opened = byAccessToken.get(token);
            if (opened == null || !server.clock().instant().isBefore(opened.until())) {
                throw Refusal.of(401, "The access token is not valid");
            }
            return server.admitted(opened.given().account());
        }
    }

    private Grant open(Given given, Optional<String> refreshToken) {
        String token = fresh("access");
        byAccessToken.put(token, new Opened(given, server.clock().instant().plus(life)));
        return new Grant(token, life, refreshToken, Optional.of(given.access()));
    }

    private String fresh(String kind) {
        return "fake-" + kind + "-" + ++issued;
    }

    private FakeGrants locked(Runnable change) {
        synchronized (server.lock()) {
            change.run();
            return this;
        }
    }

    private static String required(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("not a page of this server: it has no " + name);
        }
        return value;
    }

    private static Map<String, String> parameters(URI page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : page.getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    FakeGrants copy(FakeCalendars otherServer) {
        FakeGrants copy = new FakeGrants(otherServer);
        copy.codes.putAll(codes);
        copy.byRefreshToken.putAll(byRefreshToken);
        copy.byAccessToken.putAll(byAccessToken);
        copy.spent.addAll(spent);
        copy.life = life;
        copy.rotates = rotates;
        copy.refreshTokens = refreshTokens;
        copy.cut = cut;
        copy.latest = latest;
        copy.issued = issued;
        return copy;
    }
}
