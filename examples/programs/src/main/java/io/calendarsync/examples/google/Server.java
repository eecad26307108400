package io.calendarsync.examples.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.GoogleProvider;
import io.calendarsync.sandbox.GoogleSandbox;
import java.net.URI;
import java.util.Optional;

/**
 * Where calendars and consent are, and who asks. Secret: {@code toString} shows no secret.
 *
 * @param clientId the application's id, empty where a token is all there is
 * @param clientSecret its secret
 * @param root where the API is
 * @param auth the page that asks for consent
 * @param token where tokens are given
 * @param isSandbox whether it is a stand-in, which consents when asked to
 */
public record Server(String clientId, String clientSecret, URI root, URI auth, URI token, boolean isSandbox) {

    static final URI GOOGLE = URI.create("https://www.googleapis.com/");
    static final URI GOOGLE_AUTH = URI.create("https://accounts.google.com/o/oauth2/v2/auth");
    static final URI GOOGLE_TOKEN = URI.create("https://oauth2.googleapis.com/token");

    /** A sandbox within whichever process looks for it: it has no address before it is started. */
    static final Server EMBEDDED =
            new Server("", "", URI.create("embedded:/"), URI.create("embedded:/"), URI.create("embedded:/"), true);

    /** Returns a sandbox within this process, started. */
    public static Server of(GoogleSandbox sandbox) {
        return new Server(
                sandbox.clientId(),
                sandbox.clientSecret(),
                sandbox.rootUrl(),
                sandbox.authUrl(),
                sandbox.tokenUrl(),
                true);
    }

    static Server read(JsonNode kept) {
        return new Server(
                kept.path("clientId").asText(),
                kept.path("clientSecret").asText(),
                URI.create(kept.path("rootUrl").asText()),
                URI.create(kept.path("authUrl").asText()),
                URI.create(kept.path("tokenUrl").asText()),
                kept.path("sandbox").asBoolean());
    }

    ObjectNode write() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("clientId", clientId)
                .put("clientSecret", clientSecret)
                .put("rootUrl", root.toString())
                .put("authUrl", auth.toString())
                .put("tokenUrl", token.toString())
                .put("sandbox", isSandbox);
    }

    /** Returns what speaks to it. */
    public GoogleProvider provider() {
        return GoogleProvider.builder(clientId, clientSecret)
                .applicationName("CalendarSync examples")
                .rootUrl(root)
                .authorizationUrl(auth)
                .tokenUrl(token)
                .revocationUrl(token.resolve("revoke"))
                .build();
    }

    /** Returns whether it is one that whoever looks for it starts. */
    public boolean isEmbedded() {
        return root.equals(EMBEDDED.root);
    }

    /** Returns whether it is on this machine, so that it reaches a plain address of this machine. */
    public boolean isHere() {
        return Optional.ofNullable(root.getHost())
                .filter(host -> host.equals("localhost") || host.startsWith("127."))
                .isPresent();
    }

    @Override
    public String toString() {
        return "Server[" + root + "]";
    }
}
