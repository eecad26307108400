package io.calendarsync.google.internal.api;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import io.calendarsync.spi.provider.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sends one of the vendor's requests and reads the answer, whatever its status; nothing is repeated, followed or logged.
 *
 * @param clock tells how far off a date in Retry-After is
 */
public record Exchange(InstantSource clock) {

    /** No page Google sends is near that; what is larger is no page. */
    private static final int MOST = 256 << 20;

    private static final int MOST_OF_A_REFUSAL = 1 << 16;

    /** Sends a request and returns what was answered. */
    public Answer send(HttpRequest request) throws IOException {
        HttpResponse response = bare(request).execute();
        try {
            return new Answer(response.getStatusCode(), retryAfter(response), body(response));
        } finally {
            response.disconnect();
        }
    }

    /** Sends a request without waiting: the same one, sent later over the same transport, takes the answer. */
    void begin(HttpRequest request, JdkTransport transport) throws IOException {
        HttpRequest begun = transport.beginning().createRequestFactory().buildGetRequest(request.getUrl());
        bare(begun.setHeaders(request.getHeaders())).execute().disconnect();
    }

    private static HttpRequest bare(HttpRequest request) {
        return request.setThrowExceptionOnExecuteError(false)
                .setResponseInterceptor(null)
                .setUnsuccessfulResponseHandler(null)
                .setIOExceptionHandler(null)
                .setNumberOfRetries(0)
                .setFollowRedirects(false)
                .setLoggingEnabled(false)
                .setCurlLoggingEnabled(false);
    }

    private Optional<Duration> retryAfter(HttpResponse response) {
        String field = response.getHeaders().getRetryAfter();
        return field == null ? Optional.empty() : RetryAfter.parse(field.strip(), clock.instant());
    }

    private static byte[] body(HttpResponse response) throws IOException {
        InputStream content = response.getContent();
        if (content == null) {
            return new byte[0];
        }
        if (!response.isSuccessStatusCode()) {
            return beginning(content);
        }
        byte[] body = content.readNBytes(MOST);
        if (body.length == MOST && content.read() >= 0) {
            throw new TooMuch();
        }
        return body;
    }

    /** The status stands, whatever becomes of the reasons. */
    private static byte[] beginning(InputStream content) {
        try {
            return content.readNBytes(MOST_OF_A_REFUSAL);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
