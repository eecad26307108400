package io.calendarsync.model;

import java.util.List;
import java.util.Map;

/**
 * What goes beyond the standards' properties.
 *
 * @param properties named values an application hung on the event (X- properties it asked for, extended properties);
 *     private to this copy, in no order
 * @param extras the provider's own JSON
 * @param degradations what could not be understood; empty for a whole event
 * @since 0.1
 */
public record Extensions(Map<String, String> properties, ProviderExtras extras, List<Degradation> degradations) {
    /**
     * Copies the map and the list.
     *
     * @param properties named values an application hung on the event (X- properties it asked for, extended
     *     properties); private to this copy, in no order
     * @param extras the provider's own JSON
     * @param degradations what could not be understood; empty for a whole event
     */
    public Extensions {
        properties = Map.copyOf(properties);
        degradations = List.copyOf(degradations);
    }

    /** {@return none} */
    public static Extensions none() {
        return new Extensions(Map.of(), ProviderExtras.none(), List.of());
    }
}
