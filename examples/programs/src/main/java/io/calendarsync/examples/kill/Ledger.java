package io.calendarsync.examples.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what was delivered and what of it was acknowledged. Confined to one thread. */
final class Ledger {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> delivered = new HashSet<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private long again;

    /** Enters what a run printed, of which the first few were acknowledged. */
    void enter(String run, List<String> lines, int acknowledgedOfThem) {
        List<String> changes =
                lines.stream().map(Ledger::key).filter(key -> !key.isEmpty()).toList();
        for (String change : changes) {
            if (acknowledged.contains(change)) {
                faults.add(run + " delivered again what had been acknowledged: " + change);
            }
            if (!delivered.add(change)) {
                again++;
            }
        }
        if (acknowledgedOfThem > changes.size()) {
            faults.add(run + " acknowledged " + acknowledgedOfThem + " changes, but printed " + changes.size());
        }
        acknowledged.addAll(changes.subList(0, Math.min(acknowledgedOfThem, changes.size())));
    }

    /** Requires that every state of every event was told. */
    void requireTold(Map<String, String> titles) {
        titles.forEach((uid, title) -> {
            if (!delivered.contains("created " + uid + " " + title)
                    && !delivered.contains("updated " + uid + " " + title)) {
                faults.add("never delivered: " + uid + ", " + title);
            }
        });
    }

    void requireEqual(Map<String, String> feed, Map<String, String> kept) {
        if (!feed.equals(kept)) {
            faults.add("the store is not the feed: " + kept.size() + " events kept, " + feed.size() + " in the feed");
        }
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    List<String> faults() {
        return faults;
    }

    int distinct() {
        return delivered.size();
    }

    /** Returns how many deliveries were repeated; none of them had been acknowledged. */
    long again() {
        return again;
    }

    private static String key(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String type = node.path("type").asText();
            return type.equals("summary")
                    ? ""
                    : type + " " + node.path("uid").asText() + " "
                            + node.path("title").asText();
        } catch (IOException e) {
            return "";
        }
    }
}
