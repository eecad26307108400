package io.calendarsync.examples.state;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.calendarsync.examples.Refusal;
import io.calendarsync.spi.store.AesGcmRecordCipher;
import io.calendarsync.spi.store.RecordCipher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The key secrets are encrypted with: 32 bytes in Base64, from the environment variable {@code CALENDARSYNC_KEY}
 * or else from the file {@code key} in the state folder, which is made on first use.
 */
final class StateKey {

    private static final String VARIABLE = "CALENDARSYNC_KEY";
    private static final String FILE = "key";
    private static final int BYTES = 32;
    private static final String FORM = "a key of " + BYTES + " bytes in Base64";

    private StateKey() {}

    /** Returns the key of the environment, if one is given there. */
    static Optional<RecordCipher> given(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .map(text -> decoded("environment", text)
                        .orElseThrow(() -> Refusal.usage(VARIABLE + " does not hold " + FORM)));
    }

    /** Returns whether the folder has a key of its own, so that something was kept there once. */
    static boolean isKept(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * Returns the key of the folder.
     *
     * @param empty whether nothing is kept there yet that was encrypted with another key, so that one may be made
     */
    static RecordCipher kept(Path folder, boolean empty) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                if (!empty) {
                    throw Refusal.unreadable(
                            "the key of the state is missing: restore the file " + file + ", or set " + VARIABLE);
                }
                OwnerOnly.write(file, fresh().getBytes(US_ASCII));
            }
            return decoded("file", Files.readString(file, US_ASCII))
                    .orElseThrow(() -> Refusal.unreadable("the file " + file + " does not hold " + FORM));
        } catch (IOException e) {
            throw Refusal.unreadable("the key in " + folder + " cannot be read");
        }
    }

    private static String fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static Optional<RecordCipher> decoded(String id, String text) {
        try {
            return Optional.of(AesGcmRecordCipher.of(id, Base64.getDecoder().decode(text.strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
