package io.calendarsync.sandbox.google.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The parameters of a query or of a form, each with one or more values. */
public final class Query {

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads {@code a=b&c=d}, percent-encoded. */
    public static Query parse(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
            }
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /** Returns every value of a parameter. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Returns whether a parameter is there. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns a value; an empty one counts as none. */
    public Optional<String> text(String name) {
        List<String> all = all(name);
        return all.isEmpty() || all.get(0).isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Returns a value, or the empty text. */
    public String textOrEmpty(String name) {
        return text(name).orElse("");
    }

    /** Returns a truth value. */
    public Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw ApiException.parameter(name, "Invalid boolean value: '" + value + "'.");
        });
    }

    /** Returns a whole number of at least a lowest value. */
    public OptionalInt number(String name, int least) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException malformed) {
            throw (ApiException) notInRange(name, text.get(), least).initCause(malformed);
        }
        throw notInRange(name, text.get(), least);
    }

    private static ApiException notInRange(String name, String text, int least) {
        return ApiException.parameter(
                name, "Invalid integer value: '" + text + "'. Values must be at least " + least + ".");
    }

    /** Returns an instant; the offset is mandatory and what is below a second is ignored. */
    public Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                return OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.SECONDS);
            } catch (DateTimeException malformed) {
                throw (ApiException) ApiException.badRequest("badRequest", "Bad Request")
                        .at("parameter", name)
                        .initCause(malformed);
            }
        });
    }

    /** Returns a time zone. */
    public Optional<ZoneId> zone(String name) {
        return text(name).map(value -> {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException unknown) {
                throw (ApiException) ApiException.parameter(name, "Invalid time zone: '" + value + "'.")
                        .initCause(unknown);
            }
        });
    }

    /** Returns one of a few values. */
    public Optional<String> oneOf(String name, List<String> allowed) {
        Optional<String> value = text(name);
        value.ifPresent(text -> mustBeIn(name, text, allowed));
        return value;
    }

    /** Returns all values, each one of a few. */
    public List<String> eachOf(String name, List<String> allowed) {
        all(name).forEach(text -> mustBeIn(name, text, allowed));
        return all(name);
    }

    private static void mustBeIn(String name, String text, List<String> allowed) {
        if (!allowed.contains(text)) {
            throw ApiException.parameter(name, "Invalid string value: '" + text + "'. Allowed values: " + allowed);
        }
    }
}
