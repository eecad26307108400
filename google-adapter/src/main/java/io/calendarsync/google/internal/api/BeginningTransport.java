package io.calendarsync.google.internal.api;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Sends the vendor's requests without waiting for what is answered: to the vendor's client, nothing is. */
final class BeginningTransport extends HttpTransport {

    private final JdkTransport transport;

    BeginningTransport(JdkTransport transport) {
        this.transport = transport;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        JdkRequest request = transport.buildRequest(method, url);
        return new LowLevelHttpRequest() {
            @Override
            public void addHeader(String name, String value) {
                request.addHeader(name, value);
            }

            @Override
            public LowLevelHttpResponse execute() {
                request.begin();
                return new Nothing();
            }
        };
    }

    /** What the vendor's client is shown meanwhile. */
    private static final class Nothing extends LowLevelHttpResponse {

        @Override
        public @Nullable InputStream getContent() {
            return null;
        }

        @Override
        public @Nullable String getContentEncoding() {
            return null;
        }

        @Override
        public long getContentLength() {
            return 0;
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public String getStatusLine() {
            return "HTTP " + getStatusCode();
        }

        @Override
        public int getStatusCode() {
            return 204;
        }

        @Override
        public @Nullable String getReasonPhrase() {
            return null;
        }

        @Override
        public int getHeaderCount() {
            return 0;
        }

        @Override
        public String getHeaderName(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public String getHeaderValue(int index) {
            throw new IndexOutOfBoundsException(index);
        }
    }
}
