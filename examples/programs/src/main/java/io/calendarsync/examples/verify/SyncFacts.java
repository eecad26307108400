package io.calendarsync.examples.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Looks at listings, pages, sync tokens and deltas. */
final class SyncFacts {

    private static final int EVENTS = 4;

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
        String token = listing();
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
    private String listing() {
        List<String> tokens = new ArrayList<>();
        bench.pages("?maxResults=" + bench.pageSize(), reply -> {
            boolean last = reply.text("nextPageToken").isEmpty();
            boolean sync = !reply.text("nextSyncToken").isEmpty();
            facts.check(Fact.ONE_TOKEN_A_PAGE, last == sync, last ? "neither" : "both");
            facts.check(Fact.TOKEN_ON_LAST, last || !sync, "a sync token before the last page");
            if (!last && reply.body().path("items").size() < bench.pageSize()) {
                facts.check(Fact.SHORT_PAGE, true, "");
            }
            if (sync) {
                tokens.add(reply.text("nextSyncToken"));
            }
        });
        facts.notSeen(Fact.SHORT_PAGE, "every page but the last was full");
        return tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1);
    }

    /** What was written just now may still be told; a delta after that one has nothing to tell. */
    private void quiet(String token) {
        List<String> next = new ArrayList<>();
        bench.pages(delta(token), reply -> next.add(reply.text("nextSyncToken")));
        List<Reply> second = new ArrayList<>();
        boolean ended = bench.pages(delta(next.get(next.size() - 1)), second::add);
        int items = second.stream()
                .mapToInt(reply -> reply.body().path("items").size())
                .sum();
        boolean again = !second.get(second.size() - 1).text("nextSyncToken").isEmpty();
        facts.check(Fact.DELTA_EMPTY, ended && again && items == 0, items + " items");
    }

    private void changed(String token, String edited, String deleted) {
        boolean sawEdit = false;
        boolean sawDeletion = false;
        for (JsonNode item : bench.items(delta(token))) {
            String id = item.path("id").asText();
            sawEdit |= id.equals(edited) && item.path("summary").asText().endsWith("edited");
            sawDeletion |= id.equals(deleted) && item.path("status").asText().equals("cancelled");
        }
        facts.check(Fact.DELTA_EDIT, sawEdit, "the delta is silent about it");
        facts.check(Fact.DELTA_DELETE, sawDeletion, "the delta is silent about it");
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
        Reply reply = bench.api().get(bench.events(delta(token) + more));
        facts.check(fact, reply.status() == 400, reply);
    }

    /** The query of the listing, and the token: another one would be another question. */
    private String delta(String token) {
        return "?maxResults=" + bench.pageSize() + "&syncToken=" + LiveApi.encoded(token);
    }
}
