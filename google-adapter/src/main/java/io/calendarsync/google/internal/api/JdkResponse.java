package io.calendarsync.google.internal.api;

import com.google.api.client.http.LowLevelHttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer of the JDK's client in the vendor's terms. Confined to one thread. */
final class JdkResponse extends LowLevelHttpResponse {

    private final HttpResponse<InputStream> response;
    private final List<Map.Entry<String, String>> headers;

    JdkResponse(HttpResponse<InputStream> response) {
        this.response = response;
        this.headers = response.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> Map.entry(header.getKey(), value)))
                .toList();
    }

    @Override
    public InputStream getContent() {
        return response.body();
    }

    @Override
    public @Nullable String getContentEncoding() {
        return first("content-encoding");
    }

    @Override
    public long getContentLength() {
        return response.headers().firstValueAsLong("content-length").orElse(-1);
    }

    @Override
    public @Nullable String getContentType() {
        return first("content-type");
    }

    private @Nullable String first(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    @Override
    public String getStatusLine() {
        return "HTTP " + response.statusCode();
    }

    @Override
    public int getStatusCode() {
        return response.statusCode();
    }

    @Override
    public @Nullable String getReasonPhrase() {
        return null;
    }

    @Override
    public int getHeaderCount() {
        return headers.size();
    }

    @Override
    public String getHeaderName(int index) {
        return headers.get(index).getKey();
    }

    @Override
    public String getHeaderValue(int index) {
        return headers.get(index).getValue();
    }

    @Override
    public void disconnect() throws IOException {
        response.body().close();
    }
}
