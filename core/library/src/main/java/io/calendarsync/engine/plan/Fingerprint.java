package io.calendarsync.engine.plan;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.engine.record.Digest;
import io.calendarsync.model.Event;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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

    private final List<Named> fields =
            Arrays.stream(Field.values()).map(Named::of).toList();
    private final Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();

    /** A field and its name in bytes, which is the same for every event. */
    private record Named(Field field, ByteSink name) {

        static Named of(Field field) {
            ByteSink name = new ByteSink();
            name.constant(field);
            return new Named(field, name);
        }
    }

    /** Creates it. */
    public Fingerprint() {}

    /** Returns the fingerprint: the algorithm's number, a colon, 128 bits of SHA-256 in base64url. */
    public String of(Event event) {
        return of(event, field -> true);
    }

    /** Returns what stands for some of the fields alone; compares with others of the same fields only. */
    public String of(Event event, Set<Field> some) {
        return of(event, some::contains);
    }

    private String of(Event event, Predicate<Field> which) {
        ByteSink bytes = new ByteSink();
        for (Named named : fields) {
            if (which.test(named.field())) {
                bytes.append(named.name());
                Canonical.write(named.field(), event, bytes);
            }
        }
        MessageDigest digest = Digest.sha256();
        bytes.digestInto(digest);
        return ALGORITHM + ":" + base64.encodeToString(Arrays.copyOf(digest.digest(), HASH_BYTES));
    }

    /** Returns whether a fingerprint is of this build's making. */
    public boolean isCurrent(String fingerprint) {
        return fingerprint.startsWith(ALGORITHM + ":");
    }

    /** Returns whether two fingerprints may be compared. */
    public boolean sameAlgorithm(String one, String other) {
        int colon = one.indexOf(':');
        return colon > 0 && other.regionMatches(0, one, 0, colon + 1);
    }
}
