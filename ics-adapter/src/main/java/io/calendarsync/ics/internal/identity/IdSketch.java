package io.calendarsync.ics.internal.identity;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A sample of the ids of a feed, small enough for a cursor: the {@value #MOST} smallest of their hashes. Of two feeds it
 * holds the same part of all possible ids, so their samples tell what share of the ids is new, whatever their number; of
 * fewer ids than it has room for it holds all. Immutable.
 */
public final class IdSketch {

    private static final int MOST = 64;

    /** One in so many new ids, and one in so many missing, make it likely that a feed has named its events anew. */
    private static final int SHARE = 4;

    private final int[] smallest;

    private IdSketch(int[] smallest) {
        this.smallest = smallest;
    }

    /** Takes the sample of some ids. */
    public static IdSketch of(Collection<String> ids) {
        LongStream hashes = ids.stream().mapToLong(id -> Integer.toUnsignedLong(hash(id)));
        return new IdSketch(hashes.distinct()
                .sorted()
                .limit(MOST)
                .mapToInt(hash -> (int) hash)
                .toArray());
    }

    /**
     * Returns whether ids may name what this sample named otherwise: a good part of them is new, and a good part of those
     * before is missing. A feed that merely grows, or shrinks, is none of that.
     */
    public boolean looksRenamed(Collection<String> ids) {
        long bound = smallest.length < MOST ? 0xFFFF_FFFFL : Integer.toUnsignedLong(smallest[MOST - 1]);
        int sampled = 0;
        int shared = 0;
        for (String id : ids) {
            int hash = hash(id);
            if (Integer.toUnsignedLong(hash) <= bound) {
                sampled++;
                shared += contains(hash) ? 1 : 0;
            }
        }
        int fresh = sampled - shared;
        int missing = smallest.length - shared;
        boolean any = !ids.isEmpty() && smallest.length > 0;
        return any && fresh * SHARE >= sampled && missing * SHARE >= smallest.length;
    }

    /** Returns it in base64url. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(smallest.length * Integer.BYTES);
        bytes.asIntBuffer().put(smallest);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Returns what {@link #text} wrote, empty if it is nothing of the kind. */
    public static Optional<IdSketch> parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            int[] read = new int[bytes.length / Integer.BYTES];
            ByteBuffer.wrap(bytes).asIntBuffer().get(read);
            return bytes.length == read.length * Integer.BYTES && read.length <= MOST
                    ? Optional.of(new IdSketch(read))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean contains(int hash) {
        for (int one : smallest) {
            if (one == hash) {
                return true;
            }
        }
        return false;
    }

    /** FNV-1a, mixed so that ids that count up do not fall close together. */
    private static int hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return (int) (hash ^ (hash >>> 33));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdSketch sketch && Arrays.equals(smallest, sketch.smallest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(smallest);
    }

    @Override
    public String toString() {
        return "IdSketch[" + smallest.length + "]";
    }
}
