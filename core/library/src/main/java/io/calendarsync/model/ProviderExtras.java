package io.calendarsync.model;

/**
 * The provider's own JSON of an event, kept as received so that an update changes what we changed and nothing else.
 *
 * @param json one JSON object, or empty where the source is not JSON
 * @since 0.1
 */
public record ProviderExtras(String json) {

    /** {@return no extras} */
    public static ProviderExtras none() {
        return new ProviderExtras("");
    }
}
