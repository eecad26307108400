package io.calendarsync.google.internal.api;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request of the vendor's, on its way. Confined to one thread. */
final class JdkRequest extends LowLevelHttpRequest {

    private final HttpClient client;
    private final Duration total;
    private final Ahead ahead;
    private final String method;
    private final HttpRequest.Builder request;

    JdkRequest(HttpClient client, Duration total, Ahead ahead, String method, String url) {
        this.client = client;
        this.total = total;
        this.ahead = ahead;
        this.method = method;
        this.request = HttpRequest.newBuilder(URI.create(url));
    }

    @Override
    public void addHeader(@Nullable String name, @Nullable String value) {
        if (name != null && value != null) {
            request.header(name, value);
        }
    }

    @Override
    public LowLevelHttpResponse execute() throws IOException {
        if (getStreamingContent() != null) {
            addHeader("Content-Type", getContentType());
            addHeader("Content-Encoding", getContentEncoding());
        }
        HttpRequest ready = request.method(method, body()).timeout(total).build();
        Ahead.OnItsWay sent = ahead.take(ready, total).orElseGet(() -> send(ready));
        return new JdkResponse(await(sent.answer(), sent.deadline()));
    }

    /** Sends it, without a body, and leaves the answer to the same request sent later. */
    void begin() {
        ahead.begin(send(
                request.method(method, BodyPublishers.noBody()).timeout(total).build()));
    }

    private Ahead.OnItsWay send(HttpRequest ready) {
        Deadline deadline = Deadline.in(total);
        return new Ahead.OnItsWay(ready, client.sendAsync(ready, head -> new DeadlineBody(deadline)), deadline);
    }

    /** What we send is small: written out at once, its length is known, and no server has to cope with chunks. */
    private BodyPublisher body() throws IOException {
        if (getStreamingContent() == null) {
            return BodyPublishers.noBody();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        getStreamingContent().writeTo(bytes);
        return BodyPublishers.ofByteArray(bytes.toByteArray());
    }

    private static HttpResponse<InputStream> await(
            CompletableFuture<HttpResponse<InputStream>> answer, Deadline deadline) throws IOException {
        try {
            return answer.get(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while an answer was awaited");
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("the time for the whole exchange is over");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault
                    ? fault
                    : new IOException("the request failed", e.getCause());
        }
    }
}
