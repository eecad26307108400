package io.calendarsync.sandbox.google.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.sandbox.google.http.Query;
import io.calendarsync.sandbox.google.http.Request;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;

/** Knows the application by its id and secret, in the form or as HTTP Basic. */
final class ClientAuthentication {

    private static final String BASIC = "Basic ";

    private final Client client;

    ClientAuthentication(Client client) {
        this.client = client;
    }

    void check(Request request, Query form) {
        String id = form.textOrEmpty("client_id");
        String secret = form.textOrEmpty("client_secret");
        Optional<String> header = request.header("Authorization").filter(text -> text.startsWith(BASIC));
        if (header.isPresent()) {
            String pair = decoded(header.get().substring(BASIC.length()));
            int colon = pair.indexOf(':');
            id = URLDecoder.decode(pair.substring(0, Math.max(colon, 0)), UTF_8);
            secret = URLDecoder.decode(pair.substring(colon + 1), UTF_8);
        }
        if (!id.equals(client.id())) {
            throw new OauthException(401, "invalid_client", "The OAuth client was not found.");
        }
        if (!secret.equals(client.secret())) {
            throw new OauthException(401, "invalid_client", "The provided client secret is invalid.");
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.trim()), UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
