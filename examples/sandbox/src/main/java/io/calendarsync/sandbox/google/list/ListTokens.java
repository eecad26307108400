package io.calendarsync.sandbox.google.list;

import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Query;
import io.calendarsync.sandbox.google.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Issues and reads the tokens of lists. A token belongs to one list of one person and to the shape of its query. */
public final class ListTokens {

    private static final String SYNC = "sync";
    private static final String PAGE = "page";
    private static final int PARTS = 8;

    private final World world;
    private final Tokens tokens;
    private Optional<Duration> life = Optional.empty();
    private long pageGeneration;

    /** Takes the world, for its changes and its time. */
    public ListTokens(World world) {
        this.world = world;
        this.tokens = new Tokens(world.ids().token(""));
    }

    /** Lets sync tokens expire some time after they were issued. */
    public void expireAfter(Duration time) {
        life = Optional.of(time);
    }

    /** Makes every page token invalid. */
    public void invalidatePages() {
        pageGeneration++;
    }

    String sync(ListScope scope, long upTo) {
        return tokens.seal(List.of(
                SYNC,
                scope.owner(),
                scope.syncShape(),
                Long.toString(upTo),
                Long.toString(scope.generation()),
                Long.toString(world.now().getEpochSecond()),
                "",
                ""));
    }

    String page(ListScope scope, Walk walk) {
        return tokens.seal(List.of(
                PAGE,
                scope.owner(),
                scope.pageShape(),
                Long.toString(walk.upTo()),
                Long.toString(pageGeneration),
                Long.toString(world.now().getEpochSecond()),
                Long.toString(walk.after()),
                walk.cursor()));
    }

    /** Returns what a query asks for. */
    Walk walk(ListScope scope, Query query) {
        long after = 0;
        Optional<String> sync = query.text("syncToken");
        if (sync.isPresent()) {
            after = after(scope, sync.get());
        }
        Optional<String> page = query.text("pageToken");
        return page.isPresent() ? page(scope, page.get(), after) : new Walk(after, world.version(), "");
    }

    private long after(ListScope scope, String token) {
        List<String> parts = opened(SYNC, token, "syncToken");
        if (!parts.get(1).equals(scope.owner())) {
            throw invalid("syncToken");
        }
        long after = Long.parseLong(parts.get(3));
        Instant issued = Instant.ofEpochSecond(Long.parseLong(parts.get(5)));
        boolean expired =
                life.filter(time -> issued.plus(time).isBefore(world.now())).isPresent();
        if (expired || Long.parseLong(parts.get(4)) != scope.generation() || after < scope.forgottenUpTo()) {
            throw ApiException.of(
                            410,
                            "calendar",
                            "fullSyncRequired",
                            "Sync token is no longer valid, a full sync is required.")
                    .at("parameter", "syncToken");
        }
        if (!parts.get(2).equals(scope.syncShape())) {
            throw ApiException.parameter("syncToken", "The query is not the one that the sync token was issued for.");
        }
        return after;
    }

    private Walk page(ListScope scope, String token, long after) {
        List<String> parts = opened(PAGE, token, "pageToken");
        if (!parts.get(1).equals(scope.owner())
                || !parts.get(2).equals(scope.pageShape())
                || Long.parseLong(parts.get(6)) != after
                || Long.parseLong(parts.get(4)) != pageGeneration) {
            throw invalid("pageToken");
        }
        return new Walk(after, Long.parseLong(parts.get(3)), parts.get(7));
    }

    private List<String> opened(String kind, String token, String parameter) {
        return tokens.open(token)
                .filter(parts -> parts.size() == PARTS && parts.get(0).equals(kind))
                .orElseThrow(() -> invalid(parameter));
    }

    private static ApiException invalid(String parameter) {
        return ApiException.parameter(
                parameter, parameter.equals("pageToken") ? "Invalid page token value." : "Invalid sync token value.");
    }
}
