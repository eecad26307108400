package io.calendarsync.model;

import java.time.ZoneId;

/**
 * The zone a name was found to stand for.
 *
 * @param zone a zone of the IANA database or a fixed offset
 * @param guessed whether the name is neither an id nor a name of the CLDR, so that definitions beside it should be
 *     preferred
 * @since 0.1
 */
public record ResolvedZone(ZoneId zone, boolean guessed) {}
