package io.calendarsync.examples.verify;

import com.fasterxml.jackson.databind.JsonNode;

/** Looks at ids, conditions and refusals of writes. */
final class WriteFacts {

    private static final String NOBODYS = "nobody-has-this-calendar@group.calendar.google.com";

    private final Workbench bench;
    private final Facts facts;

    WriteFacts(Workbench bench, Facts facts) {
        this.bench = bench;
        this.facts = facts;
    }

    void verify() {
        ids();
        conditions();
        imports();
        properties();
        refusals();
    }

    private void ids() {
        String id = Workbench.freshId();
        Reply made = bench.insert(Workbench.event(9, "\"id\": \"" + id + "\""));
        facts.check(Fact.OWN_ID, made.isFine() && made.text("id").equals(id), made);
        Reply bad = bench.insert(Workbench.event(9, "\"id\": \"XYZ-" + id + "\""));
        facts.check(Fact.BAD_ID, bad.status() == 400, bad);
        if (!made.isFine()) {
            return;
        }
        Reply again = bench.insert(Workbench.event(9, "\"id\": \"" + id + "\""));
        facts.check(Fact.DUPLICATE, again.is(409, "duplicate"), again);
        bench.api().delete(bench.event(id) + "?sendUpdates=none");
        Reply twice = bench.api().delete(bench.event(id) + "?sendUpdates=none");
        facts.check(Fact.GONE, twice.is(410, "deleted"), twice);
        Reply burnt = bench.insert(Workbench.event(9, "\"id\": \"" + id + "\""));
        facts.check(Fact.BURNT_ID, burnt.status() == 409, burnt);
        Reply revived =
                bench.api().put(bench.event(id) + "?sendUpdates=none", Workbench.event(9, "\"status\": \"confirmed\""));
        facts.check(Fact.REVIVED, revived.isFine() && revived.text("status").equals("confirmed"), revived);
    }

    private void conditions() {
        Reply made = bench.needed(Workbench.event(10, ""));
        String path = bench.event(made.text("id"));
        Reply same = bench.api().getUnless(path, bench.api().get(path).text("etag"));
        facts.check(Fact.UNCHANGED, same.status() == 304, same);
        bench.api().patch(path, "{\"summary\": \"verify-live, edited\"}");
        Reply stale = bench.api().patchIf(path, "{\"summary\": \"verify-live, lost\"}", made.text("etag"));
        facts.check(Fact.STALE, stale.is(412, "conditionNotMet"), stale);
        String before = bench.api().get(path).text("updated");
        bench.api()
                .patch(
                        path,
                        "{\"reminders\": {\"useDefault\": false, \"overrides\": [{\"method\": \"popup\", \"minutes\": 7}]}}");
        facts.check(Fact.REMINDERS, bench.api().get(path).text("updated").equals(before), "it moved");
    }

    private void imports() {
        String uid = Workbench.freshId() + "@example.com";
        String event = Workbench.event(11, "\"iCalUID\": \"" + uid + "\"");
        Reply first = bench.noted(bench.api().post(bench.events("/import"), event));
        Reply second = bench.noted(bench.api().post(bench.events("/import"), event));
        Reply found = bench.api().get(bench.events("?iCalUID=" + LiveApi.encoded(uid)));
        facts.check(
                Fact.IMPORT_UPSERT,
                first.isFine()
                        && second.isFine()
                        && first.text("id").equals(second.text("id"))
                        && found.body().path("items").size() == 1,
                first + ", then " + second + ", " + found.body().path("items").size() + " found");
    }

    private void properties() {
        String value = Workbench.freshId();
        Reply made = bench.needed(
                Workbench.event(12, "\"extendedProperties\": {\"private\": {\"verifyLive\": \"" + value + "\"}}"));
        JsonNode found = bench.api()
                .get(bench.events("?privateExtendedProperty=" + LiveApi.encoded("verifyLive=" + value)))
                .body()
                .path("items");
        boolean kept = made.body()
                .path("extendedProperties")
                .path("private")
                .path("verifyLive")
                .asText()
                .equals(value);
        facts.check(Fact.PRIVATE_PROPERTY, kept && found.size() == 1, "kept: " + kept + ", found: " + found.size());
    }

    private void refusals() {
        String reversed = Workbench.event(13, "").replace("T14:00:00Z", "T12:00:00Z");
        Reply empty = bench.insert(reversed);
        facts.check(Fact.EMPTY_RANGE, empty.is(400, "timeRangeEmpty"), empty);
        Reply nobody = bench.api().get("calendars/" + LiveApi.encoded(NOBODYS) + "/events");
        facts.check(Fact.NO_CALENDAR, nobody.is(404, "notFound"), nobody);
        Reply busy = bench.api()
                .post(
                        "freeBusy",
                        "{\"timeMin\": \"%sT00:00:00Z\", \"timeMax\": \"%sT00:00:00Z\", \"items\": [{\"id\": \"%s\"}]}"
                                .formatted(Workbench.day(), Workbench.day().plusDays(1), NOBODYS));
        if (busy.status() == 403) {
            facts.notSeen(Fact.BUSY_NOT_FOUND, "the consent does not go that far");
            return;
        }
        String reason = busy.body()
                .path("calendars")
                .path(NOBODYS)
                .path("errors")
                .path(0)
                .path("reason")
                .asText();
        facts.check(Fact.BUSY_NOT_FOUND, busy.isFine() && reason.equals("notFound"), busy + " " + reason);
    }
}
