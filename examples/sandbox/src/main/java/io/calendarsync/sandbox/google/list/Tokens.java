package io.calendarsync.sandbox.google.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals what a token has to carry, so that nobody can read meaning into it or make one up. */
final class Tokens {

    private static final int SEAL = 12;

    private final SecretKeySpec key;

    Tokens(String secret) {
        key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    String seal(List<String> parts) {
        byte[] text = String.join("\n", parts).getBytes(UTF_8);
        byte[] sealed = new byte[SEAL + text.length];
        System.arraycopy(mac(text), 0, sealed, 0, SEAL);
        System.arraycopy(text, 0, sealed, SEAL, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Returns the parts, if the token is one of ours. */
    Optional<List<String>> open(String token) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(token);
            if (sealed.length < SEAL) {
                return Optional.empty();
            }
            byte[] text = Arrays.copyOfRange(sealed, SEAL, sealed.length);
            byte[] seal = Arrays.copyOf(sealed, SEAL);
            return Arrays.equals(seal, Arrays.copyOf(mac(text), SEAL))
                    ? Optional.of(List.of(new String(text, UTF_8).split("\n", -1)))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
