package io.calendarsync.recurrence;

import java.util.List;

/**
 * What {@link Series#between} found.
 *
 * @param items the occurrences, ordered by the start of their span
 * @param cut whether the series took more steps than it is allowed (reason
 *     {@link io.calendarsync.model.Degradation.Reason#COSTLY_RULE}); occurrences after the cut are then missing, which
 *     must not be taken for free time. The same series and interval are always cut at the same place
 * @since 0.1
 */
public record Occurrences(List<Occurrence> items, boolean cut) {
    /**
     * Copies the list.
     *
     * @param items the occurrences, ordered by the start of their span
     * @param cut whether the series took more steps than it is allowed (reason {@link
     *     io.calendarsync.model.Degradation.Reason#COSTLY_RULE}); occurrences after the cut are then missing, which
     *     must not be taken for free time. The same series and interval are always cut at the same place
     */
    public Occurrences {
        items = List.copyOf(items);
    }
}
