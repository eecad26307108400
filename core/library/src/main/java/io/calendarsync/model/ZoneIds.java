package io.calendarsync.model;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The ids of the JDK's time zone database, in any case, old names led to those that replaced them.
 *
 * <p>Other code in the JVM may register zones of its own (iCalendar libraries do): only the areas of the IANA database
 * are seen, so that no such zone gets into the model.
 */
final class ZoneIds {

    private static final Set<String> AREAS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Brazil",
            "Canada",
            "Chile",
            "Etc",
            "Europe",
            "Indian",
            "Mexico",
            "Pacific",
            "US");

    private static final Set<String> WITHOUT_AREA =
            Set.of("CET", "CST6CDT", "EET", "EST5EDT", "MET", "MST7MDT", "PST8PDT", "WET");

    private final Set<String> available = ZoneId.getAvailableZoneIds();
    private final Map<String, String> byLowerCase = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    ZoneIds() {
        for (var row : ZoneTable.rows("zone-links.tsv")) {
            links.put(row.get(0), row.get(1));
        }
        available.stream().filter(this::isOfTheDatabase).forEach(this::add);
        links.keySet().forEach(this::add);
        add("Z");
    }

    /** Returns the zone of an id; of an old name, that of its successor if this JDK knows it. */
    Optional<ZoneId> zone(String id) {
        String known = byLowerCase.get(id.toLowerCase(Locale.ROOT));
        if (known == null) {
            return Optional.empty();
        }
        return Stream.of(links.getOrDefault(known, known), known)
                .filter(candidate -> candidate.equals("Z") || available.contains(candidate))
                .findFirst()
                .map(ZoneIds::zoneOf);
    }

    /** Returns all ids there are, old names included. */
    Stream<String> all() {
        return byLowerCase.values().stream();
    }

    private void add(String id) {
        byLowerCase.put(id.toLowerCase(Locale.ROOT), id);
    }

    private boolean isOfTheDatabase(String id) {
        int slash = id.indexOf('/');
        return slash > 0 ? AREAS.contains(id.substring(0, slash)) : WITHOUT_AREA.contains(id) || links.containsKey(id);
    }

    private static ZoneId zoneOf(String id) {
        return id.equals("Z") || id.equals("Etc/UTC") ? ZoneOffset.UTC : ZoneId.of(id);
    }
}
