package io.calendarsync.engine.plan;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.engine.record.Digest;
import io.calendarsync.model.Event;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/**
 * A short name for the content of an event: equal content, equal fingerprint; any other content, another. What counts
 * as content is that of {@link EventDiff}. Thread-safe.
 *
 * <p>It starts with the number of the algorithm. Fingerprints of different algorithms say nothing about each other: the
 * stored event's is computed again and compared (history H42).
 */
public final class Fingerprint {

    /** Raised with every change of what counts as content or how it is written. */
    private static final int ALGORITHM = 1;

    private static final int HASH_BYTES = 16;

    private final Field[] fields = Field.values();
    private final Map<Field, ByteSink> names = new EnumMap<>(Field.class);
    private final Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();

    /** Creates it. */
    public Fingerprint() {
        for (Field field : fields) {
            ByteSink name = new ByteSink();
            name.constant(field);
            names.put(field, name);
        }
    }

    /** Returns the fingerprint: the algorithm's number, a colon, 128 bits of SHA-256 in base64url. */
    public String of(Event event) {
        ByteSink bytes = new ByteSink();
        for (Field field : fields) {
            bytes.append(names.get(field));
            Canonical.write(field, event, bytes);
        }
        MessageDigest digest = Digest.sha256();
        bytes.digestInto(digest);
        return ALGORITHM + ":" + base64.encodeToString(Arrays.copyOf(digest.digest(), HASH_BYTES));
    }

    /** Returns whether two fingerprints may be compared. */
    public boolean sameAlgorithm(String one, String other) {
        int colon = one.indexOf(':');
        return colon > 0 && other.regionMatches(0, one, 0, colon + 1);
    }
}
