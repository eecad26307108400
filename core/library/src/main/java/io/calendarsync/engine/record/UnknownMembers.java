package io.calendarsync.engine.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a newer writer put into a payload and this build does not know; immutable. Written back when the record is
 * written again, so that an older node loses nothing.
 *
 * @param oldestReader the oldest reader the payload asked for
 * @param members raw JSON by member name
 * @param constants constants this build does not know, by member name; written back as long as the value is still the
 *     fallback they were read as
 * @param inside the same for nested objects, by member name, and by member name and identity for elements of lists
 */
public record UnknownMembers(
        int oldestReader,
        Map<String, String> members,
        Map<String, String> constants,
        Map<String, UnknownMembers> inside) {

    private static final UnknownMembers NONE = new UnknownMembers(0, Map.of(), Map.of(), Map.of());

    public UnknownMembers {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        inside = Collections.unmodifiableMap(new LinkedHashMap<>(inside));
    }

    /** Returns none. */
    public static UnknownMembers none() {
        return NONE;
    }

    /** Returns whether there is nothing to write back. */
    public boolean isEmpty() {
        return members.isEmpty() && constants.isEmpty() && inside.isEmpty();
    }

    UnknownMembers in(String key) {
        UnknownMembers found = inside.get(key);
        return found == null ? NONE : found;
    }

    @Nullable
    String constant(String member) {
        return constants.get(member);
    }

    static boolean isDerived(String member) {
        return member.startsWith("~");
    }

    static String elementKey(String list, String identity, int occurrence) {
        return list + '/' + occurrence + '/' + identity;
    }
}
