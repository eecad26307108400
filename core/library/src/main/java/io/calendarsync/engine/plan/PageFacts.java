package io.calendarsync.engine.plan;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.spi.provider.RemoteChange;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
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
        Instant horizon) {

    /**
     * Returns these of what is the answer to a write of ours: it is all our doing unless something differs from what is
     * stored that was not sent.
     *
     * @param sent the fields that were
     */
    public PageFacts answering(Set<Field> sent) {
        Fingerprint fingerprints = new Fingerprint();
        Set<Field> others = EnumSet.allOf(Field.class);
        others.removeAll(sent);
        Map<String, OwnWrite> ours = new HashMap<>(own);
        for (RemoteChange change : changes) {
            OwnWrite written = ours.getOrDefault(change.eventId(), new OwnWrite(Set.of(), List.of()));
            KnownEvent before = known.get(change.eventId());
            boolean isThere = change instanceof RemoteChange.Present;
            Set<Field> compared = before == null ? Set.of() : others;
            String left = !isThere
                    ? ""
                    : before == null
                            ? fingerprints.of(((RemoteChange.Present) change).event(), compared)
                            : fingerprints.of(before.event(), compared);
            OwnWrite.Flight flight = new OwnWrite.Flight(left, compared);
            ours.put(change.eventId(), new OwnWrite(written.replaced(), List.of(flight)));
        }
        return new PageFacts(changes, settled, known, overrides, memory, ours, horizon);
    }
}
