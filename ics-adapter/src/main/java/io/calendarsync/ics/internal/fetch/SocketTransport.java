package io.calendarsync.ics.internal.fetch;

import io.calendarsync.ics.FeedRequest;
import io.calendarsync.ics.FeedResponse;
import io.calendarsync.ics.FeedTransport;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Sends requests over HTTP/1.1, each over a connection of its own to the very address that was checked. Thread-safe;
 * starts no thread.
 */
public final class SocketTransport implements FeedTransport {

    /** What frames a body does not count as body, but does not come for nothing either. */
    private static final int FRAME_ROOM = 65_536;

    private final FetchSettings settings;
    private final Dialer dialer;

    /** Creates one that resolves names and connects as the Java platform does. */
    public SocketTransport(FetchSettings settings) {
        this(settings, Resolver.system(), Connector.tcp(settings.connect()));
    }

    SocketTransport(FetchSettings settings, Resolver resolver, Connector connector) {
        this.settings = settings;
        this.dialer = new Dialer(resolver, settings.policy(), connector);
    }

    @Override
    public FeedResponse send(FeedRequest request) throws IOException {
        FeedAddress feed;
        try {
            feed = FeedAddress.of(request.address());
        } catch (FeedAddress.Unusable e) {
            throw new Forbidden(String.valueOf(e.getMessage()));
        }
        Deadline deadline = Deadline.in(request.timeout());
        Socket socket = connect(feed, deadline);
        try {
            return answer(socket, feed, request);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private FeedResponse answer(Socket socket, FeedAddress feed, FeedRequest request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text(feed, request).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        long most = settings.limits().wireBytes();
        InputStream in = new BufferedInputStream(
                new CappedInput(socket.getInputStream(), "on the wire", most + FRAME_ROOM), 16_384);
        ResponseHead head = ResponseHead.read(in);
        InputStream body = head.status() == 200 ? BodyFraming.of(head, in, most) : InputStream.nullInputStream();
        return new FeedResponse(head.status(), head.fields(), closing(body, socket));
    }

    private static InputStream closing(InputStream body, Socket socket) {
        return new FilterInputStream(body) {
            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    private static String text(FeedAddress feed, FeedRequest request) {
        StringBuilder text = new StringBuilder(512)
                .append("GET ")
                .append(feed.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(feed.hostHeader())
                .append("\r\nConnection: close\r\n");
        request.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString();
    }

    private Socket connect(FeedAddress feed, Deadline deadline) throws IOException {
        Socket plain;
        try {
            plain = dialer.dial(feed, deadline);
        } catch (Dialer.Denied e) {
            throw new Forbidden(feed.host() + " is not on the public Internet; feeds are not fetched from there");
        }
        try {
            return feed.tls() ? encrypted(plain, feed) : plain;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** The name is checked against the certificate, whatever address it was resolved to. */
    private Socket encrypted(Socket plain, FeedAddress feed) throws IOException {
        SSLSocket socket = (SSLSocket) settings.tls().createSocket(plain, feed.host(), feed.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
