package io.calendarsync.spi.provider;

import io.calendarsync.model.Event;

/**
 * Where the mark of ownership is found on an event. It proves whose event it is, never who wrote a version of it.
 *
 * @since 0.1
 */
public final class OwnMarker {

    /** The name among {@link io.calendarsync.model.Extensions#properties} under which adapters show the mark. */
    public static final String PROPERTY = "calendarsync";

    private OwnMarker() {}

    /**
     * {@return the mark on an event, empty where it has none}
     *
     * @param event as an adapter read it
     */
    public static String on(Event event) {
        return event.extensions().properties().getOrDefault(PROPERTY, "");
    }
}
