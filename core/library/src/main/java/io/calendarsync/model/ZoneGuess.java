package io.calendarsync.model;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Guesses what programs meant that name zones neither by id nor as Windows does. */
final class ZoneGuess {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORDS = Pattern.compile("(?:[+\\-](?!\\d)|[^a-z0-9+\\-])+");
    private static final Pattern SUMMER = Pattern.compile("\\b(?:daylight|summer) time\\b");

    private final ZoneIds ids;
    private final Map<String, String> windows = new HashMap<>();
    private final Map<String, String> displayed = new HashMap<>();
    private final Map<String, String> cities = new HashMap<>();
    private final Map<String, String> spelled = new HashMap<>();

    ZoneGuess(ZoneIds ids, Map<String, String> idByWindowsName) {
        this.ids = ids;
        idByWindowsName.forEach((name, id) -> windows.put(words(name), id));
        for (var row : ZoneTable.rows("zone-display-names.tsv")) {
            String target = row.get(1);
            displayed.put(words(row.get(0)), windows.getOrDefault(words(target), target));
        }
        ids.all().filter(id -> id.contains("/") && !id.startsWith("Etc/")).forEach(id -> spelled.put(words(id), id));
        addCities();
    }

    private void addCities() {
        Set<String> ambiguous = new HashSet<>();
        for (String id : spelled.values()) {
            String city = words(id.substring(id.lastIndexOf('/') + 1));
            String other = cities.putIfAbsent(city, id);
            if (other != null && !ids.zone(other).equals(ids.zone(id))) {
                ambiguous.add(city);
            }
        }
        cities.keySet().removeAll(ambiguous);
    }

    Optional<ZoneId> zone(String name) {
        if (name.equalsIgnoreCase("tzone://Microsoft/Utc")) {
            return ids.zone("UTC");
        }
        String bare = name.substring(OffsetText.leading(name));
        String words = words(bare);
        return Stream.<Optional<ZoneId>>of(
                        fromPath(name),
                        known(displayed, words),
                        known(windows, SUMMER.matcher(words).replaceAll("standard time")),
                        known(spelled, words),
                        fromCities(bare),
                        OffsetText.parse(name).map(ZoneId.class::cast),
                        OffsetText.parse(name.substring(0, OffsetText.leading(name)))
                                .map(ZoneId.class::cast))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Globally unique ids end in the id they were made from: {@code /mozilla.org/20050126_1/Europe/Berlin}. */
    private Optional<ZoneId> fromPath(String name) {
        String[] parts = name.split("/", -1);
        return Stream.of(3, 2)
                .filter(length -> length <= parts.length)
                .map(length -> String.join("/", Arrays.asList(parts).subList(parts.length - length, parts.length)))
                .flatMap(id -> ids.zone(id).stream())
                .findFirst();
    }

    private Optional<ZoneId> fromCities(String name) {
        return Stream.of(name.split(",", -1))
                .flatMap(city -> known(cities, words(city)).stream())
                .findFirst();
    }

    private Optional<ZoneId> known(Map<String, String> table, String key) {
        return Optional.ofNullable(table.get(key)).flatMap(ids::zone);
    }

    /** Returns the letters and digits of a name; signs stay before digits, where they matter. */
    private static String words(String name) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String words = NOT_WORDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return words.strip();
    }
}
