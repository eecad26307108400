package io.calendarsync.model;

import io.calendarsync.FieldChange.Field;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Two edits of one event that leave it different in one thing.
 *
 * @param name what differs
 * @param fields the fields that differ; none where it is no content
 * @param one the first edit
 * @param other the second edit
 */
public record Mutation(String name, Set<Field> fields, UnaryOperator<Event> one, UnaryOperator<Event> other) {

    @Override
    public String toString() {
        return name;
    }
}
