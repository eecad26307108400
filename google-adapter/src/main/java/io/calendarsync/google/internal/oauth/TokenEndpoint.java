package io.calendarsync.google.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.UrlEncodedContent;
import com.google.api.client.util.GenericData;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.Exchange;
import io.calendarsync.google.internal.api.Faults;
import io.calendarsync.google.internal.api.JdkTransport;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.Grant;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Posts forms to Google's authorization server. What is posted and what is answered is secret: faults show the server's
 * error code and nothing else of either.
 *
 * @param transport sends requests
 * @param exchange reads answers
 * @param faults names what goes wrong on the way
 */
record TokenEndpoint(JdkTransport transport, Exchange exchange, Faults faults) {

    /** What a token lives where the server does not say (RFC 6749 section 5.1 leaves it open): as long as Google's do. */
    private static final long USUAL_LIFE = 3_600;

    /** Returns what was answered, whatever the status. */
    Answer post(URI endpoint, GenericData form) {
        try {
            HttpRequest request = transport
                    .createRequestFactory()
                    .buildPostRequest(new GenericUrl(endpoint), new UrlEncodedContent(form));
            return exchange.send(request);
        } catch (IOException e) {
            throw faults.broken(e);
        }
    }

    /**
     * Returns the grant that was answered.
     *
     * @param unsaid what the scopes allow where the answer does not name them, for they are the ones asked for (RFC 6749
     *     section 5.1)
     */
    Grant grant(Answer answer, Access unsaid, TokenRefusals refusals) {
        if (!answer.isSuccess()) {
            throw refusals.of(answer);
        }
        ObjectNode token = answer.json().orElseThrow(() -> faults.unreadable(answer));
        String access = Json.text(token, "access_token");
        if (access.isEmpty()) {
            throw faults.unreadable(answer);
        }
        String scope = Json.text(token, "scope");
        return new Grant(
                access,
                Duration.ofSeconds(Json.number(token, "expires_in")
                        .filter(seconds -> seconds >= 0 && seconds <= Integer.MAX_VALUE)
                        .orElse(USUAL_LIFE)),
                Optional.of(Json.text(token, "refresh_token")).filter(text -> !text.isEmpty()),
                scope.isBlank() ? Optional.of(unsaid) : Scopes.access(scope));
    }
}
