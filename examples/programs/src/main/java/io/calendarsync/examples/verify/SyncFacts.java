package io.calendarsync.examples.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Looks at listings, pages, sync tokens and deltas. */
final class SyncFacts {

    private static final int EVENTS = 4;
    private static final int MOST_PAGES = 200;

    private final Workbench bench;
    private final Facts facts;

    SyncFacts(Workbench bench, Facts facts) {
        this.bench = bench;
        this.facts = facts;
    }

    void verify() {
        List<String> ids = new ArrayList<>();
        for (int hour = 8; hour < 8 + EVENTS; hour++) {
            ids.add(bench.needed(Workbench.event(hour, "")).text("id"));
        }
        String token = listing("?maxResults=2");
        if (token.isEmpty()) {
            return;
        }
        quiet(token);
        bench.api().patch(bench.event(ids.get(0)), "{\"summary\": \"verify-live, edited\"}");
        bench.api().delete(bench.event(ids.get(1)) + "?sendUpdates=none");
        changed(token, ids.get(0), ids.get(1));
        refused(token);
        Reply gone = bench.api().get(bench.event(ids.get(1)));
        facts.check(Fact.GET_CANCELLED, gone.isFine() && gone.text("status").equals("cancelled"), gone);
    }

    /** Lists to the end; returns the sync token, empty where there was none. */
    private String listing(String query) {
        String page = "";
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            String more = page.isEmpty() ? "" : "&pageToken=" + LiveApi.encoded(page);
            Reply reply = bench.api().get(bench.events(query + more));
            page = reply.text("nextPageToken");
            String sync = reply.text("nextSyncToken");
            facts.check(Fact.ONE_TOKEN_A_PAGE, page.isEmpty() != sync.isEmpty(), "both, or neither");
            facts.check(Fact.TOKEN_ON_LAST, page.isEmpty() || sync.isEmpty(), "a sync token before the last page");
            if (!page.isEmpty() && reply.body().path("items").size() < 2) {
                facts.check(Fact.SHORT_PAGE, true, "");
            }
            if (page.isEmpty()) {
                facts.notSeen(Fact.SHORT_PAGE, "every page but the last was full");
                return sync;
            }
        }
        return "";
    }

    /** What was written just now may still be told; a delta after that one has nothing to tell. */
    private void quiet(String token) {
        Reply first = delta(token);
        Reply second = delta(first.text("nextSyncToken"));
        facts.check(
                Fact.DELTA_EMPTY,
                second.isFine()
                        && second.body().path("items").isEmpty()
                        && !second.text("nextSyncToken").isEmpty(),
                second.body().path("items").size() + " items");
    }

    private void changed(String token, String edited, String deleted) {
        Reply delta = delta(token);
        boolean sawEdit = false;
        boolean sawDeletion = false;
        for (JsonNode item : delta.body().path("items")) {
            String id = item.path("id").asText();
            sawEdit |= id.equals(edited) && item.path("summary").asText().endsWith("edited");
            sawDeletion |= id.equals(deleted) && item.path("status").asText().equals("cancelled");
        }
        facts.check(Fact.DELTA_EDIT, sawEdit, "the delta (" + delta + ") is silent about it");
        facts.check(Fact.DELTA_DELETE, sawDeletion, "the delta (" + delta + ") is silent about it");
    }

    private void refused(String token) {
        refused(Fact.NO_WINDOW, token, "&timeMin=" + Workbench.day() + "T00:00:00Z");
        refused(Fact.NO_QUERY, token, "&q=verify");
        refused(Fact.NO_ORDER, token, "&orderBy=updated");
        refused(Fact.SHOW_DELETED, token, "&showDeleted=false");
        Reply unreadable = bench.api().get(bench.events("?syncToken=no-such-token"));
        facts.check(Fact.UNREADABLE_TOKEN, unreadable.status() == 400 || unreadable.status() == 410, unreadable);
    }

    private void refused(Fact fact, String token, String more) {
        Reply reply = bench.api().get(bench.events("?maxResults=2&syncToken=" + LiveApi.encoded(token) + more));
        facts.check(fact, reply.status() == 400, reply);
    }

    private Reply delta(String token) {
        return bench.api().get(bench.events("?maxResults=250&syncToken=" + LiveApi.encoded(token)));
    }
}
