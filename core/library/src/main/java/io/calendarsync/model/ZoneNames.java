package io.calendarsync.model;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the zone a name stands for, and the Windows name of a zone, from tables bundled with the library: no network,
 * nothing of the default locale or zone, and never a zone that is not of the JDK's time zone database.
 *
 * <p>Known are the ids of that database in any case, their former spellings (which lead to the present one), EST, MST and
 * HST (fixed offsets of -05:00, -07:00 and -10:00), and the Windows names of the CLDR (territory 001). Guessed at are ids behind a vendor's prefix, names as programs display
 * them, and texts of an offset. UTC under any of its ids is {@link ZoneOffset#UTC}.
 *
 * <p>Immutable. Loading takes milliseconds and some 100 kB: keep the instance.
 *
 * @since 0.1
 */
public final class ZoneNames {

    private static final int LONGEST_NAME = 255;

    /** Ids of the IANA database for fixed offsets that many a JDK leaves out, by ids of the same offset that all have. */
    private static final Map<String, String> FIXED =
            Map.of("EST", "Etc/GMT+5", "MST", "Etc/GMT+7", "HST", "Etc/GMT+10");

    private final ZoneIds ids = new ZoneIds();
    private final Map<String, String> idByWindowsName = new HashMap<>();
    private final Map<ZoneId, String> windowsNames = new HashMap<>();
    private final ZoneGuess guess;

    private ZoneNames() {
        for (var row : ZoneTable.rows("windows-zones.tsv")) {
            String windows = row.get(0);
            idByWindowsName.put(windows.toLowerCase(Locale.ROOT), row.get(1));
            for (String id : row.get(2).split(" ", -1)) {
                ids.zone(id).ifPresent(zone -> windowsNames.put(zone, windows));
            }
        }
        guess = new ZoneGuess(ids, idByWindowsName);
    }

    /**
     * Loads the bundled tables.
     *
     * @return an instance to keep
     */
    public static ZoneNames bundled() {
        return new ZoneNames();
    }

    /**
     * {@return the zone a name stands for; empty if nothing is known by it}
     *
     * @param name as received, for instance the value of a TZID parameter
     */
    public Optional<ResolvedZone> resolve(String name) {
        String trimmed = name.strip();
        if (trimmed.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return ids.zone(FIXED.getOrDefault(trimmed.toUpperCase(Locale.ROOT), trimmed))
                .or(() -> Optional.ofNullable(idByWindowsName.get(trimmed.toLowerCase(Locale.ROOT)))
                        .flatMap(ids::zone))
                .map(zone -> new ResolvedZone(zone, false))
                .or(() -> guess.zone(trimmed)
                        .map(zone -> new ResolvedZone(zone, !zone.getId().equals(trimmed))));
    }

    /**
     * {@return the Windows name of a zone of the JDK; empty where Windows has none that the CLDR knows}
     *
     * @param zone under any of its ids, or an offset of whole hours
     */
    public Optional<String> windowsName(ZoneId zone) {
        return ids.zone(zone.getId())
                .or(() -> wholeHours(zone))
                .flatMap(known -> Optional.ofNullable(windowsNames.get(known)));
    }

    /** Windows knows fixed offsets of whole hours, under the ids Etc/GMT-14 to Etc/GMT+12, signs turned. */
    private Optional<ZoneId> wholeHours(ZoneId zone) {
        if (!(zone instanceof ZoneOffset offset) || offset.getTotalSeconds() % 3600 != 0) {
            return Optional.empty();
        }
        return ids.zone(
                "Etc/GMT" + (offset.getTotalSeconds() > 0 ? "-" : "+") + Math.abs(offset.getTotalSeconds() / 3600));
    }
}
