package io.calendarsync.benchmarks.google;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a process needs to read a calendar of the sandbox's. No secret: the sandbox knows nobody.
 *
 * @param root where the Calendar API is, ending in a slash
 * @param tokens where tokens are given
 * @param clientId the application's id
 * @param clientSecret its secret
 * @param refreshToken of the account
 * @param accessToken of the account; the sandbox's clock stands still, so it stays good
 * @param calendar the calendar's id, which is the account's address too
 * @param events how many it holds
 * @param database where a store may be kept, by its JDBC address; empty where there is none
 */
record Entrance(
        URI root,
        URI tokens,
        String clientId,
        String clientSecret,
        String refreshToken,
        String accessToken,
        String calendar,
        int events,
        String database) {

    /** What all contestants and the sandbox take for the present. */
    static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    /** No event of the calendar ends before. */
    static final Instant FROM = NOW.minusSeconds(86_400);

    static final int PAGE = 1_000;

    /** Returns the entrance to the same calendar elsewhere. */
    Entrance at(URI other) {
        return new Entrance(
                other, tokens, clientId, clientSecret, refreshToken, accessToken, calendar, events, database);
    }

    /** Returns the same entrance with a database beside it. */
    Entrance beside(Database server) {
        return new Entrance(
                root, tokens, clientId, clientSecret, refreshToken, accessToken, calendar, events, server.url());
    }

    List<String> arguments() {
        return List.of(
                root.toString(),
                tokens.toString(),
                clientId,
                clientSecret,
                refreshToken,
                accessToken,
                calendar,
                Integer.toString(events),
                database);
    }

    static Entrance of(List<String> arguments) {
        return new Entrance(
                URI.create(arguments.get(0)),
                URI.create(arguments.get(1)),
                arguments.get(2),
                arguments.get(3),
                arguments.get(4),
                arguments.get(5),
                arguments.get(6),
                Integer.parseInt(arguments.get(7)),
                arguments.get(8));
    }
}
