package io.calendarsync.sandbox;

import io.calendarsync.sandbox.google.GoogleServer;
import io.calendarsync.sandbox.google.GoogleSettings;
import io.calendarsync.sandbox.google.control.ControlApi;
import java.net.URI;
import java.util.List;

/**
 * A stand-in for Google Calendar and Google's OAuth, over real HTTP on this machine's loopback. It does what Google
 * documents and what Google is known to do, and on demand everything that goes wrong there.
 *
 * <pre>{@code
 * try (GoogleSandbox google = GoogleSandbox.start()) {
 *     SandboxCalendar calendar = google.user("ada@example.com").primary();
 *     String event = calendar.add("""
 *             {"summary": "Tea", "start": {"date": "2026-01-10"}, "end": {"date": "2026-01-11"}}""");
 *     // ... let the program under test read google.rootUrl(), then
 *     calendar.delete(event);
 *     google.faults().next(1).operation("events.list").refuse(410, "fullSyncRequired");
 * }
 * }</pre>
 *
 * <p>The same can be done over HTTP under {@code /sandbox}. Thread-safe: every call and every request is one step.
 *
 * @since 0.1
 */
public final class GoogleSandbox implements AutoCloseable {

    private final GoogleServer server;
    private final SandboxClock clock;

    GoogleSandbox(GoogleSettings settings) {
        clock = settings.clock();
        server = new GoogleServer(settings);
        server.control(ControlApi.routes(this));
    }

    /**
     * Starts one on a free port, its time standing still at 5 January 2026, 8 h UTC.
     *
     * @return the sandbox
     */
    public static GoogleSandbox start() {
        return builder().start();
    }

    /**
     * Returns what sets up another one.
     *
     * @return the builder
     */
    public static GoogleSandboxBuilder builder() {
        return new GoogleSandboxBuilder();
    }

    /**
     * Returns where the API is: a client's root URL.
     *
     * @return the address, with a slash at the end
     */
    public URI rootUrl() {
        return server.root();
    }

    /**
     * Returns where a person's browser is sent to agree.
     *
     * @return the address
     */
    public URI authUrl() {
        return server.root().resolve("o/oauth2/v2/auth");
    }

    /**
     * Returns where tokens are had.
     *
     * @return the address
     */
    public URI tokenUrl() {
        return server.root().resolve("token");
    }

    /**
     * Returns where grants are ended.
     *
     * @return the address
     */
    public URI revokeUrl() {
        return server.root().resolve("revoke");
    }

    /**
     * Returns where it is said whose a token is.
     *
     * @return the address
     */
    public URI userinfoUrl() {
        return server.root().resolve("v1/userinfo");
    }

    /**
     * Returns the id of the application.
     *
     * @return the id
     */
    public String clientId() {
        return server.client().id();
    }

    /**
     * Returns the secret of the application.
     *
     * @return the secret
     */
    public String clientSecret() {
        return server.client().secret();
    }

    /**
     * Returns the time of this sandbox.
     *
     * @return the clock
     */
    public SandboxClock clock() {
        return clock;
    }

    /**
     * Returns a person, who comes to be with a primary calendar when first named.
     *
     * @param email the mail address
     * @return the person
     */
    public SandboxUser user(String email) {
        server.world().run(() -> server.world().account(email));
        return new SandboxUser(server, email);
    }

    /**
     * Returns everybody.
     *
     * @return the people, by their address
     */
    public List<SandboxUser> users() {
        return server.world().locked(() -> server.world().everybody()).stream()
                .map(email -> new SandboxUser(server, email))
                .toList();
    }

    /**
     * Returns a calendar, whoever's it is.
     *
     * @param id its id
     * @return the calendar
     */
    public SandboxCalendar calendar(String id) {
        return new SandboxCalendar(server, id);
    }

    /**
     * Returns what is set about consent and tokens.
     *
     * @return the settings
     */
    public SandboxOauth oauth() {
        return new SandboxOauth(server);
    }

    /**
     * Returns what is set about lists and their tokens.
     *
     * @return the settings
     */
    public SandboxLists lists() {
        return new SandboxLists(server);
    }

    /**
     * Returns what is done to push messages.
     *
     * @return the settings, and what was sent
     */
    public SandboxPushes pushes() {
        return new SandboxPushes(server);
    }

    /**
     * Returns what arranges that calls go wrong.
     *
     * @return the arrangement
     */
    public SandboxFaults faults() {
        return new SandboxFaults(server);
    }

    /**
     * Returns what is set about quotas.
     *
     * @return the settings
     */
    public SandboxQuotas quotas() {
        return new SandboxQuotas(server);
    }

    /**
     * Returns what was called how often.
     *
     * @return the counters
     */
    public SandboxCounters counters() {
        return new SandboxCounters(server);
    }

    /**
     * Returns the mails to guests that would have been sent.
     *
     * @return the mails, the first first
     */
    public List<Mail> outbox() {
        return server.world().locked(() -> server.outbox().mails());
    }

    /** Stops: no request is answered and no message sent any more. Calling it again does nothing. */
    @Override
    public void close() {
        server.close();
    }
}
