package io.calendarsync.engine.plan;

import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.spi.provider.RemoteChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All a page's plan is made from.
 *
 * @param changes the items, in the provider's order
 * @param settled ids whose item was fetched one by one just now, and is therefore the truth
 * @param known the stored events among the ids, and the stored overrides of series that are gone, by event id
 * @param overrides the stored overrides of series that are gone, by the series' event id
 * @param memory what the earlier pages of the round said
 * @param own the library's own writes, by event id
 * @param horizon before this, ended events are not kept
 */
public record PageFacts(
        List<RemoteChange> changes,
        Set<String> settled,
        Map<String, KnownEvent> known,
        Map<String, List<String>> overrides,
        RoundMemory memory,
        Map<String, OwnWrite> own,
        Instant horizon) {}
