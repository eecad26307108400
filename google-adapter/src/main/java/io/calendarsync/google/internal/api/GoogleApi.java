package io.calendarsync.google.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.googleapis.services.AbstractGoogleClientRequest;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.CalendarRequest;
import com.google.api.services.calendar.CalendarRequestInitializer;
import io.calendarsync.google.internal.json.Json;
import java.io.IOException;
import java.net.URI;

/**
 * Builds requests by the vendor's client: it knows the paths, parameters and headers. Bodies are ours, for its classes of
 * values lose local times. Thread-safe.
 */
public final class GoogleApi {

    /** From there on compressing spares more than it costs. */
    private static final int WORTH_COMPRESSING = 1 << 10;

    private final Calendar calendar;
    private final JdkTransport transport;

    /**
     * Creates a client.
     *
     * @param transport sends the requests
     * @param root where the API is, ending in a slash
     * @param applicationName what requests name themselves
     */
    public GoogleApi(JdkTransport transport, URI root, String applicationName) {
        this(
                transport,
                new Calendar.Builder(transport, GsonFactory.getDefaultInstance(), null)
                        .setRootUrl(root.toString())
                        .setApplicationName(applicationName));
    }

    private GoogleApi(JdkTransport transport, Calendar.Builder builder) {
        this.transport = transport;
        this.calendar = builder.build();
    }

    /** Returns a client for one session, whose requests are counted for a user; confined to one thread. */
    public GoogleApi forUser(QuotaUser user) {
        JdkTransport own = transport.forSession();
        return new GoogleApi(
                own,
                new Calendar.Builder(own, GsonFactory.getDefaultInstance(), null)
                        .setRootUrl(calendar.getRootUrl())
                        .setApplicationName(calendar.getApplicationName())
                        .setCalendarRequestInitializer(new CalendarRequestInitializer() {
                            @Override
                            protected void initializeCalendarRequest(CalendarRequest<?> request) {
                                request.setQuotaUser(user.value());
                            }
                        }));
    }

    /** Returns the vendor's client, to begin a request with. */
    public Calendar calendar() {
        return calendar;
    }

    /** Returns what the client's requests are sent by. */
    public JdkTransport transport() {
        return transport;
    }

    /** Lets go of what was sent ahead and nobody asked for. */
    public void close() {
        transport.forget();
    }

    /** Returns a request without a body of ours. */
    public static HttpRequest request(CalendarRequest<?> request) throws IOException {
        return prepared(request);
    }

    /** Returns a request with a body of ours in place of the vendor's. */
    public static HttpRequest request(CalendarRequest<?> request, ObjectNode body) throws IOException {
        byte[] bytes = Json.bytes(body);
        HttpRequest prepared = prepared(request);
        prepared.setContent(new ByteArrayContent("application/json; charset=UTF-8", bytes));
        if (bytes.length < WORTH_COMPRESSING) {
            prepared.setEncoding(null);
        }
        return prepared;
    }

    private static HttpRequest prepared(CalendarRequest<?> request) throws IOException {
        request.setPrettyPrint(false);
        return ((AbstractGoogleClientRequest<?>) request).buildHttpRequest();
    }
}
