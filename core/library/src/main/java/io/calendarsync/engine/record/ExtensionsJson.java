package io.calendarsync.engine.record;

import io.calendarsync.model.Degradation;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.ProviderExtras;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes beyond the standards' properties; the provider's JSON is kept as a text, so that it stays as received. */
final class ExtensionsJson {

    private ExtensionsJson() {}

    static void write(JsonOut out, Extensions extensions) throws IOException {
        // Pairs rather than members: a property's name is any text. Sorted, so that equal events give equal bytes.
        List<Map.Entry<String, String>> sorted = List.copyOf(new TreeMap<>(extensions.properties()).entrySet());
        out.list("properties", sorted, Map.Entry::getKey, property -> {
            out.text("k", property.getKey());
            out.text("v", property.getValue());
        });
        out.text("extras", extensions.extras().json());
        out.list("degraded", extensions.degradations(), Degradation::detail, degradation -> {
            out.constant("why", degradation.reason(), null, Fallbacks.REASON);
            out.text("what", degradation.detail());
        });
    }

    static Extensions read(JsonIn in) throws IOException {
        Map<String, String> properties = new HashMap<>();
        String extras = "";
        List<Degradation> degradations = List.of();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "properties" ->
                    in.list(name, Map.Entry::getKey, ExtensionsJson::property)
                            .forEach(property -> properties.put(property.getKey(), property.getValue()));
                case "extras" -> extras = in.text();
                case "degraded" -> degradations = in.list(name, Degradation::detail, ExtensionsJson::degradation);
                default -> in.unknown(name);
            }
        }
        return new Extensions(properties, new ProviderExtras(extras), degradations);
    }

    private static Map.Entry<String, String> property(JsonIn in) throws IOException {
        String key = "";
        String value = "";
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "k" -> key = in.text();
                case "v" -> value = in.text();
                default -> in.unknown(name);
            }
        }
        return Map.entry(key, value);
    }

    private static Degradation degradation(JsonIn in) throws IOException {
        Degradation.Reason reason = Fallbacks.REASON;
        String detail = "";
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "why" -> reason = in.constant(name, Fallbacks.REASON);
                case "what" -> detail = in.text();
                default -> in.unknown(name);
            }
        }
        return new Degradation(reason, detail);
    }
}
