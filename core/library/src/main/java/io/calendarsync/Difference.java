package io.calendarsync;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What differs between two states of an event.
 *
 * @param fields the fields that differ, in the order of {@link FieldChange.Field}; empty for creations and deletions
 * @param meanings what the differences amount to
 * @since 0.1
 */
public record Difference(List<FieldChange> fields, Set<Meaning> meanings) {
    /**
     * Copies the list and the set.
     *
     * @param fields the fields that differ, in the order of {@link FieldChange.Field}; empty for creations and
     *     deletions
     * @param meanings what the differences amount to
     */
    public Difference {
        fields = List.copyOf(fields);
        meanings = Set.copyOf(meanings);
    }

    /** {@return no difference} */
    public static Difference none() {
        return new Difference(List.of(), EnumSet.noneOf(Meaning.class));
    }

    /** {@return whether nothing differs} */
    public boolean isEmpty() {
        return fields.isEmpty();
    }
}
