package io.calendarsync.ics.internal.zone;

import io.calendarsync.ics.internal.zone.Observance.Onset;
import io.calendarsync.ics.internal.zone.ZoneDefinition.Offsets;
import io.calendarsync.model.ResolvedZone;
import io.calendarsync.model.ZoneNames;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the zone of the JDK that has the offsets of a definition in the years that matter. Of several, it is the one a
 * hint names; else one of those many people live in, one of the CLDR's for the world (territory 001), then the first by
 * its id: the same definition always leads to the same zone. Immutable.
 */
public final class ZoneMatcher {

    private static final List<String> WELL_KNOWN = List.of(
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "Europe/London",
            "Europe/Berlin",
            "Europe/Athens",
            "Asia/Kolkata",
            "Asia/Tokyo",
            "Asia/Shanghai",
            "America/Sao_Paulo",
            "Australia/Sydney",
            "Pacific/Auckland");

    private final ZoneNames names;
    private final List<ZoneId> regions;

    /** Creates it. */
    public ZoneMatcher(ZoneNames names) {
        this.names = names;
        this.regions = regions(names);
    }

    /**
     * Returns the zone of a definition, empty if there is none. It is guessed where only the last of the years agree, as
     * with definitions that know today's rules only, and where a fixed offset is taken for a region's.
     *
     * @param hints names the zone is said to have, to be believed where the offsets agree
     */
    public Optional<ResolvedZone> match(ZoneDefinition definition, Years years, List<String> hints) {
        Years whole = years.bounded();
        return match(definition, whole, hints, false).or(() -> match(definition, whole.latest(), hints, true));
    }

    private Optional<ResolvedZone> match(ZoneDefinition definition, Years years, List<String> hints, boolean guessed) {
        return definition
                .offsets(years)
                .flatMap(offsets -> hinted(offsets, years, hints)
                        .or(() -> offsets.isFixed() ? fixed(offsets.initial()) : Optional.empty())
                        .map(zone -> new ResolvedZone(zone, guessed))
                        .or(() -> first(offsets, years)
                                .map(zone -> new ResolvedZone(zone, guessed || offsets.isFixed()))));
    }

    private Optional<ZoneId> hinted(Offsets offsets, Years years, List<String> hints) {
        return hints.stream()
                .flatMap(hint -> names.resolve(hint).stream())
                .map(ResolvedZone::zone)
                .filter(zone -> has(zone, offsets, years))
                .findFirst();
    }

    private Optional<ZoneId> first(Offsets offsets, Years years) {
        return regions.stream().filter(zone -> has(zone, offsets, years)).findFirst();
    }

    /** Signs are turned in the ids of fixed offsets. */
    private Optional<ZoneId> fixed(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        if (seconds == 0) {
            return Optional.of(ZoneOffset.UTC);
        }
        return seconds % 3600 == 0
                ? names.resolve("Etc/GMT" + (seconds > 0 ? "-" : "+") + Math.abs(seconds / 3600))
                        .map(ResolvedZone::zone)
                : Optional.empty();
    }

    private static boolean has(ZoneId zone, Offsets offsets, Years years) {
        ZoneRules rules = zone.getRules();
        Instant at = years.begin();
        if (!rules.getOffset(at).equals(offsets.initial())) {
            return false;
        }
        for (Onset change : offsets.changes()) {
            ZoneOffsetTransition next = rules.nextTransition(at);
            if (next == null
                    || !next.getInstant().equals(change.at())
                    || !next.getOffsetAfter().equals(change.to())) {
                return false;
            }
            at = next.getInstant();
        }
        ZoneOffsetTransition next = rules.nextTransition(at);
        return next == null || !next.getInstant().isBefore(years.end());
    }

    /** Only names of the tables are asked for: other code in the JVM may have registered zones of its own. */
    private static List<ZoneId> regions(ZoneNames names) {
        Set<ZoneId> regions = new LinkedHashSet<>();
        WELL_KNOWN.forEach(id -> region(names, id).ifPresent(regions::add));
        Set<ZoneId> others = new TreeSet<>(Comparator.comparing((ZoneId zone) -> !isOfTheWorld(names, zone))
                .thenComparing(ZoneId::getId));
        ZoneId.getAvailableZoneIds().forEach(id -> region(names, id).ifPresent(others::add));
        regions.addAll(others);
        return List.copyOf(regions);
    }

    private static Optional<ZoneId> region(ZoneNames names, String id) {
        return names.resolve(id)
                .filter(resolved -> !resolved.guessed())
                .map(ResolvedZone::zone)
                .filter(zone -> zone.getId().equals(id) && id.indexOf('/') > 0 && !id.startsWith("Etc/"));
    }

    private static boolean isOfTheWorld(ZoneNames names, ZoneId zone) {
        return names.windowsName(zone)
                .flatMap(names::resolve)
                .filter(canonical -> canonical.zone().equals(zone))
                .isPresent();
    }
}
