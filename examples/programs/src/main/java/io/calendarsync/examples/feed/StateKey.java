package io.calendarsync.examples.feed;

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

/**
 * The key feed addresses are encrypted with: 32 bytes in Base64, from the environment variable {@code CALENDARSYNC_KEY}
 * or else from the file {@code key} in the state folder, which is made on first use.
 */
final class StateKey {

    private static final String VARIABLE = "CALENDARSYNC_KEY";
    private static final int BYTES = 32;

    private StateKey() {}

    static RecordCipher cipher(Path folder, Map<String, String> environment) {
        String given = environment.get(VARIABLE);
        if (given != null) {
            return cipher("environment", given, VARIABLE);
        }
        Path file = folder.resolve("key");
        try {
            if (!Files.exists(file)) {
                OwnerOnly.write(file, fresh().getBytes(US_ASCII));
            }
            return cipher("file", Files.readString(file, US_ASCII), "the file " + file);
        } catch (IOException e) {
            throw Refusal.unreadable("the key in " + folder + " cannot be read");
        }
    }

    private static String fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static RecordCipher cipher(String id, String text, String where) {
        try {
            return AesGcmRecordCipher.of(id, Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(where + " does not hold a key of " + BYTES + " bytes in Base64");
        }
    }
}
