package io.calendarsync.sandbox.google;

import io.calendarsync.sandbox.google.api.GoogleApi;
import io.calendarsync.sandbox.google.event.EventWriter;
import io.calendarsync.sandbox.google.event.Outbox;
import io.calendarsync.sandbox.google.fault.FaultPlan;
import io.calendarsync.sandbox.google.http.HttpPort;
import io.calendarsync.sandbox.google.http.Route;
import io.calendarsync.sandbox.google.list.ListTokens;
import io.calendarsync.sandbox.google.list.PageSizes;
import io.calendarsync.sandbox.google.oauth.AuthorizeEndpoint;
import io.calendarsync.sandbox.google.oauth.Bearer;
import io.calendarsync.sandbox.google.oauth.Client;
import io.calendarsync.sandbox.google.oauth.Codes;
import io.calendarsync.sandbox.google.oauth.Consent;
import io.calendarsync.sandbox.google.oauth.Grants;
import io.calendarsync.sandbox.google.oauth.Identity;
import io.calendarsync.sandbox.google.oauth.OauthSettings;
import io.calendarsync.sandbox.google.oauth.ServiceAccount;
import io.calendarsync.sandbox.google.oauth.TokenEndpoint;
import io.calendarsync.sandbox.google.push.Channels;
import io.calendarsync.sandbox.google.push.PushPlan;
import io.calendarsync.sandbox.google.push.Pusher;
import io.calendarsync.sandbox.google.quota.CallCounts;
import io.calendarsync.sandbox.google.quota.Quotas;
import io.calendarsync.sandbox.google.state.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** All parts of the stand-in and how they hang together. */
public final class GoogleServer implements AutoCloseable {

    private final World world;
    private final Client client;
    private final Outbox outbox;
    private final EventWriter writer;
    private final ListTokens tokens;
    private final PageSizes sizes = new PageSizes();
    private final OauthSettings oauthSettings = new OauthSettings();
    private final Grants grants;
    private final Consent consent = new Consent();
    private final ServiceAccount serviceAccount;
    private final PushPlan pushPlan = new PushPlan();
    private final Pusher pusher;
    private final Channels channels;
    private final Quotas quotas;
    private final CallCounts counts = new CallCounts();
    private final FaultPlan faults = new FaultPlan();
    private final Pipeline pipeline;
    private final HttpPort port;

    /** Starts to listen. */
    public GoogleServer(GoogleSettings settings) {
        world = new World(settings.clock(), settings.seed(), settings.zone());
        client = new Client(
                "sandbox-client.apps.googleusercontent.com", world.ids().token("GOCSPX-"), settings.redirects());
        outbox = new Outbox(world);
        writer = new EventWriter(world, outbox);
        tokens = new ListTokens(world);
        grants = new Grants(world, oauthSettings);
        pusher = new Pusher(settings.pushBackoff(), settings.pushAttempts());
        channels = new Channels(world, pushPlan, pusher, settings.pushRules());
        world.listen(channels);
        quotas = new Quotas(world);
        pipeline = new Pipeline(world, faults, counts);
        port = HttpPort.open(settings.port(), pipeline);
        serviceAccount = new ServiceAccount(world, port.root().resolve("token").toString());
        pipeline.open(routes());
    }

    private List<Route> routes() {
        Bearer bearer = new Bearer(world, grants);
        Codes codes = new Codes(world);
        Identity identity = new Identity(world, client, bearer);
        AuthorizeEndpoint authorize = new AuthorizeEndpoint(world, client, grants, codes, consent);
        TokenEndpoint token = new TokenEndpoint(client, grants, codes, oauthSettings, serviceAccount, identity, counts);
        List<Route> routes = new ArrayList<>();
        routes.add(Route.of("authorize", "GET", "/o/oauth2/v2/auth", authorize::handle));
        routes.add(Route.of("token", "POST", "/token", token::token));
        routes.add(Route.of("revoke", "POST", "/revoke", token::revoke));
        routes.add(Route.of("userinfo", "GET", "/v1/userinfo", identity::userinfo));
        routes.add(Route.of("certs", "GET", "/oauth2/v3/certs", identity::keys));
        routes.addAll(GoogleApi.routes(world, writer, tokens, sizes, channels, bearer, quotas, root()));
        return routes;
    }

    /** Lets requests under {@code /sandbox} be answered by other routes. */
    public void control(List<Route> routes) {
        pipeline.control(routes);
    }

    /** Where it listens, with a slash at the end. */
    public URI root() {
        return port.root();
    }

    /** People and calendars. */
    public World world() {
        return world;
    }

    /** The application. */
    public Client client() {
        return client;
    }

    /** The mails that were sent. */
    public Outbox outbox() {
        return outbox;
    }

    /** What writes events. */
    public EventWriter writer() {
        return writer;
    }

    /** What issues the tokens of lists. */
    public ListTokens tokens() {
        return tokens;
    }

    /** How large pages are. */
    public PageSizes sizes() {
        return sizes;
    }

    /** What is set about tokens. */
    public OauthSettings oauthSettings() {
        return oauthSettings;
    }

    /** What was allowed. */
    public Grants grants() {
        return grants;
    }

    /** What comes of consent pages. */
    public Consent consent() {
        return consent;
    }

    /** The account of a program. */
    public ServiceAccount serviceAccount() {
        return serviceAccount;
    }

    /** What happens to messages. */
    public PushPlan pushPlan() {
        return pushPlan;
    }

    /** What sends messages. */
    public Pusher pusher() {
        return pusher;
    }

    /** The open channels. */
    public Channels channels() {
        return channels;
    }

    /** The quotas. */
    public Quotas quotas() {
        return quotas;
    }

    /** How often what was called. */
    public CallCounts counts() {
        return counts;
    }

    /** What goes wrong. */
    public FaultPlan faults() {
        return faults;
    }

    /** Stops to listen, then to send. */
    @Override
    public void close() {
        port.close();
        pusher.close();
    }
}
