package io.calendarsync.examples.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Looks at series, their instances and their exceptions. */
final class SeriesFacts {

    private final Workbench bench;
    private final Facts facts;

    SeriesFacts(Workbench bench, Facts facts) {
        this.bench = bench;
        this.facts = facts;
    }

    void verify() {
        Reply master = bench.needed(Workbench.event(15, "\"recurrence\": [\"RRULE:FREQ=DAILY;COUNT=5\"]"));
        String series = master.text("id");
        List<JsonNode> instances = new ArrayList<>();
        bench.api().get(bench.event(series) + "/instances").body().path("items").forEach(instances::add);
        if (instances.size() < 3) {
            return;
        }
        ids(master, instances);
        String moved = instances.get(1).path("id").asText();
        String cancelled = instances.get(2).path("id").asText();
        LocalDate day = Workbench.day().plusDays(1);
        bench.api()
                .patch(
                        bench.event(moved),
                        "{\"start\": {\"dateTime\": \"%1$sT17:00:00Z\"}, \"end\": {\"dateTime\": \"%1$sT18:00:00Z\"}}"
                                .formatted(day));
        bench.api().delete(bench.event(cancelled) + "?sendUpdates=none");
        listed(series, moved, cancelled);
        expanded(series);
    }

    private void ids(Reply master, List<JsonNode> instances) {
        boolean oneUid =
                instances.stream().allMatch(one -> one.path("iCalUID").asText().equals(master.text("iCalUID")));
        long ids = instances.stream()
                .map(one -> one.path("id").asText())
                .distinct()
                .count();
        facts.check(Fact.ONE_UID, oneUid && ids == instances.size(), "one uid: " + oneUid + ", ids: " + ids);
        String wanted = master.text("id") + "_" + Workbench.day().format(DateTimeFormatter.BASIC_ISO_DATE) + "T150000Z";
        String first = instances.get(0).path("id").asText();
        facts.check(Fact.INSTANCE_ID, first.equals(wanted), "another form");
    }

    private void listed(String series, String moved, String cancelled) {
        boolean master = false;
        boolean exception = false;
        for (JsonNode item : bench.items("?maxResults=250" + within())) {
            String id = item.path("id").asText();
            master |= id.equals(series) && item.has("recurrence");
            if (id.equals(moved)) {
                exception = item.path("recurringEventId").asText().equals(series);
                String original =
                        item.path("originalStartTime").path("dateTime").asText();
                facts.check(Fact.ORIGINAL_START, isStart(original), original);
            }
            if (id.equals(cancelled)) {
                facts.check(
                        Fact.CANCELLED_INSTANCE,
                        item.path("status").asText().equals("cancelled")
                                && item.path("recurringEventId").asText().equals(series)
                                && item.has("originalStartTime"),
                        "an item without its series or original start");
            }
        }
        facts.check(Fact.EXCEPTION_APART, master && exception, "master: " + master + ", exception: " + exception);
        if (facts.of(Fact.CANCELLED_INSTANCE).verdict() == Facts.Verdict.NOT_SEEN) {
            facts.check(Fact.CANCELLED_INSTANCE, false, "it is not listed");
        }
    }

    /** The offset is that of the calendar. */
    private static boolean isStart(String original) {
        return !original.isEmpty()
                && OffsetDateTime.parse(original)
                        .toInstant()
                        .equals(Workbench.day().plusDays(1).atTime(15, 0).toInstant(ZoneOffset.UTC));
    }

    private void expanded(String series) {
        List<JsonNode> items = bench.items("?maxResults=250&singleEvents=true" + within());
        boolean master =
                items.stream().anyMatch(item -> item.path("id").asText().equals(series) || item.has("recurrence"));
        facts.check(Fact.NO_MASTERS, !items.isEmpty() && !master, master ? "there is one" : "nothing is listed");
    }

    private static String within() {
        return "&timeMin=" + Workbench.day() + "T00:00:00Z&timeMax="
                + Workbench.day().plusDays(10) + "T00:00:00Z";
    }
}
