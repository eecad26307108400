package io.calendarsync.google.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.json.webtoken.JsonWebSignature;
import com.google.api.client.json.webtoken.JsonWebToken;
import io.calendarsync.google.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A service account's key, as Google hands it out in a file of JSON. Secret. Immutable. */
final class ServiceAccount {

    private static final long LIFE_SECONDS = 3_600;

    private final String address;
    private final String keyId;
    private final PrivateKey key;

    private ServiceAccount(String address, String keyId, PrivateKey key) {
        this.address = address;
        this.keyId = keyId;
        this.key = key;
    }

    /**
     * Reads a key file.
     *
     * @throws GeneralSecurityException if it holds no key of a service account; the message shows nothing of it
     */
    static ServiceAccount parse(String file) throws GeneralSecurityException {
        ObjectNode json = Json.parse(file).orElseThrow(() -> new GeneralSecurityException("no object of JSON"));
        String address = Json.text(json, "client_email");
        if (address.isEmpty()) {
            throw new GeneralSecurityException("no client_email");
        }
        return new ServiceAccount(address, Json.text(json, "private_key_id"), key(Json.text(json, "private_key")));
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        String body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new GeneralSecurityException("no private_key of RSA");
        }
    }

    /** Returns a signed claim (RFC 7523 section 3) to act for a user. */
    String assertion(String subject, List<String> scopes, URI audience, Instant now)
            throws GeneralSecurityException, IOException {
        JsonWebSignature.Header header =
                new JsonWebSignature.Header().setAlgorithm("RS256").setType("JWT");
        if (!keyId.isEmpty()) {
            header.setKeyId(keyId);
        }
        JsonWebToken.Payload claims = new JsonWebToken.Payload()
                .setIssuer(address)
                .setSubject(subject)
                .setAudience(audience.toString())
                .setIssuedAtTimeSeconds(now.getEpochSecond())
                .setExpirationTimeSeconds(now.getEpochSecond() + LIFE_SECONDS);
        claims.put("scope", String.join(" ", scopes));
        return JsonWebSignature.signUsingRsaSha256(key, GsonFactory.getDefaultInstance(), header, claims);
    }

    @Override
    public String toString() {
        return "ServiceAccount[(redacted)]";
    }
}
