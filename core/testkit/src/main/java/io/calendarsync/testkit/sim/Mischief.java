package io.calendarsync.testkit.sim;

import io.calendarsync.spi.store.StoreException;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.fault.StoreCall;
import io.calendarsync.testkit.fault.StoreFaultPlan;
import io.calendarsync.testkit.provider.FaultPlan;
import io.calendarsync.testkit.provider.ProviderCall;
import io.calendarsync.testkit.provider.Refusal;
import java.time.Duration;

/**
 * Stands at every call of an SPI and lets things go wrong there: the caller dies, the call fails before or after it did
 * its work, and other nodes, users and time do what they do in the middle of it. Confined.
 */
final class Mischief {

    private static final int MOST_A_STEP = 4;

    /** Providers and handlers are called far less often than the store; what goes wrong there has to be seen as often. */
    private static final int PROVIDER_SHARE = 5;

    private static final int HANDLER_SHARE = 3;

    /** Writes are fewer still. */
    private static final int WRITE_SHARE = 24;

    /** A commit of that many writes is one of several that apply a page: what happens between them matters. */
    private static final int LARGE_COMMIT = 60;

    private static final int LARGE_COMMIT_SHARE = 20;

    /** Grants are renewed once an hour. */
    private static final int GRANT_SHARE = 8;

    private static final int DEEPEST = 2;

    private final World world;
    private int left;
    private int depth;
    private int struck;
    private boolean cutsPageShort;

    Mischief(World world) {
        this.world = world;
    }

    /** A step begins: it may meet with some trouble again. */
    void refill() {
        left = MOST_A_STEP;
        cutsPageShort = false;
    }

    /** Whether the next commit that fills a batch is the last thing its node does. */
    void cutNextPageShort(boolean cuts) {
        cutsPageShort = cuts;
    }

    /** Returns how often something went wrong so far. */
    int struck() {
        return struck;
    }

    StoreFaultPlan ofStore(Node node, int life) {
        return new StoreFaultPlan() {
            @Override
            public void before(StoreCall call) {
                alive(node, life);
                if (strikes(share(call))) {
                    beforeStore(node, life);
                }
            }

            @Override
            public void after(StoreCall call) {
                alive(node, life);
                if (cutsPageShort && isLarge(call)) {
                    die(node, FaultKind.STORE_CRASH_AFTER);
                }
                if (strikes(share(call))) {
                    afterStore(node, life, call);
                }
            }
        };
    }

    FaultPlan ofProvider() {
        return new FaultPlan() {
            @Override
            public void before(ProviderCall call) {
                Node node = world.working().orElseThrow();
                int life = node.lives();
                if (call.kind() == ProviderCall.Kind.REFRESH) {
                    world.grants().sent(node);
                }
                if (call.kind().isWrite() && strikes(WRITE_SHARE)) {
                    beforeWrite(node, life, call);
                } else if (call.kind().isRemote() && strikes(PROVIDER_SHARE)) {
                    beforeProvider(node, life, call);
                }
            }

            @Override
            public void after(ProviderCall call) {
                world.publications().answered(call);
                Node node = world.working().orElseThrow();
                int life = node.lives();
                if (call.kind().isWrite() && strikes(WRITE_SHARE)) {
                    afterWrite(node, life, call);
                } else if (call.kind() == ProviderCall.Kind.WATCH && strikes(WRITE_SHARE)) {
                    afterWatch(node, life, call);
                } else if (call.kind().isRemote() && strikes(PROVIDER_SHARE)) {
                    afterProvider(node, life, call);
                }
                if (call.kind() == ProviderCall.Kind.REFRESH) {
                    world.renewed(struck);
                }
            }
        };
    }

    void beforeHandler(Node node, int life) throws Exception {
        alive(node, life);
        if (!strikes(HANDLER_SHARE)) {
            return;
        }
        switch (world.dice().nextInt(4)) {
            case 0 -> die(node, FaultKind.HANDLER_CRASH_BEFORE);
            case 1 -> {
                world.counts().add(FaultKind.HANDLER_FAILED);
                throw new Exception("the handler failed");
            }
            default -> between(node, life);
        }
    }

    void afterHandler(Node node, int life) throws Exception {
        alive(node, life);
        if (!strikes(HANDLER_SHARE)) {
            return;
        }
        switch (world.dice().nextInt(4)) {
            case 0, 1 -> die(node, FaultKind.HANDLER_CRASH_AFTER);
            case 2 -> {
                world.counts().add(FaultKind.HANDLER_FAILED);
                throw new Exception("the handler failed after it had done its work");
            }
            default -> between(node, life);
        }
    }

    void alive(Node node, int life) {
        world.tick();
        if (!node.isLife(life)) {
            throw new Crash();
        }
    }

    private static int share(StoreCall call) {
        if (isLarge(call)) {
            return LARGE_COMMIT_SHARE;
        }
        boolean ofGrant = call instanceof StoreCall.Commit commit
                && commit.batch().stream()
                        .anyMatch(write -> write.key().collection().equals(Mirror.CREDENTIAL));
        return ofGrant ? GRANT_SHARE : 1;
    }

    private static boolean isLarge(StoreCall call) {
        return call instanceof StoreCall.Commit commit && commit.batch().size() >= LARGE_COMMIT;
    }

    private boolean strikes(int share) {
        if (left <= 0 || !world.dice().chance(world.trouble() * share)) {
            return false;
        }
        left--;
        struck++;
        return true;
    }

    private void beforeStore(Node node, int life) {
        switch (world.dice().nextInt(8)) {
            case 0, 1 -> die(node, FaultKind.STORE_CRASH_BEFORE);
            case 2 -> {
                world.counts().add(FaultKind.STORE_FAILED);
                throw new StoreException("the store is out of order");
            }
            default -> between(node, life);
        }
    }

    private void afterStore(Node node, int life, StoreCall call) {
        switch (world.dice().nextInt(6)) {
            case 0, 1 -> die(node, FaultKind.STORE_CRASH_AFTER);
            case 2 -> {
                boolean lost = call instanceof StoreCall.Commit commit && commit.happened();
                world.counts().add(lost ? FaultKind.COMMIT_ANSWER_LOST : FaultKind.STORE_FAILED);
                world.grants().forget(node);
                throw new StoreException("the store's answer was lost");
            }
            default -> between(node, life);
        }
    }

    private void beforeProvider(Node node, int life, ProviderCall call) {
        if (call.kind() == ProviderCall.Kind.REFRESH
                && depth < DEEPEST
                && world.dice().nextBoolean()) {
            renewedElsewhere(node, life);
            return;
        }
        switch (world.dice().nextInt(6)) {
            case 0 -> die(node, FaultKind.PROVIDER_CRASH_BEFORE);
            case 1, 2, 3 -> refuse(world.dice(), call);
            default -> between(node, life);
        }
    }

    private void afterProvider(Node node, int life, ProviderCall call) {
        if (call.kind() == ProviderCall.Kind.REFRESH && world.dice().nextBoolean()) {
            world.exchangeKey();
            return;
        }
        switch (world.dice().nextInt(6)) {
            case 0, 1 -> die(node, FaultKind.PROVIDER_CRASH_AFTER);
            case 2 -> {
                world.counts().add(FaultKind.ANSWER_LOST);
                throw Refusal.of(503, "The answer was lost");
            }
            default -> between(node, life);
        }
    }

    private void beforeWrite(Node node, int life, ProviderCall call) {
        if (world.dice().nextInt(3) == 0) {
            world.counts().add(FaultKind.FINISHED_LATE);
            throw Refusal.of(504, "Nobody answered in time")
                    .finishedAfter(Duration.ofSeconds(world.dice().choose(5, 40, 200)));
        }
        beforeProvider(node, life, call);
    }

    private void afterWrite(Node node, int life, ProviderCall call) {
        if (world.dice().nextInt(2) == 0) {
            world.counts().add(FaultKind.WRITE_ANSWER_LOST);
            throw Refusal.of(503, "The answer was lost");
        }
        afterProvider(node, life, call);
    }

    /** Between a channel that was granted and the commit that says so. */
    private void afterWatch(Node node, int life, ProviderCall call) {
        if (world.dice().nextBoolean()) {
            world.counts().add(FaultKind.ANSWER_LOST);
            throw Refusal.of(503, "The answer was lost");
        }
        afterProvider(node, life, call);
    }

    private void refuse(Dice dice, ProviderCall call) {
        FaultKind drawn = dice.choose(
                FaultKind.UNAVAILABLE,
                FaultKind.RATE_LIMITED,
                FaultKind.AUTHORIZATION_LOST,
                FaultKind.ACCESS_DENIED,
                FaultKind.NOT_FOUND,
                FaultKind.INVALID_REQUEST,
                FaultKind.POSITION_REFUSED,
                FaultKind.UNDECLARED);
        // An authorization server that says no to a grant means it.
        boolean believed = drawn == FaultKind.AUTHORIZATION_LOST && call.kind() == ProviderCall.Kind.REFRESH;
        FaultKind kind = believed ? FaultKind.UNAVAILABLE : drawn;
        world.counts().add(kind);
        Refusal refusal = switch (kind) {
            case UNAVAILABLE -> Refusal.of(503);
            case RATE_LIMITED -> Refusal.of(429);
            case AUTHORIZATION_LOST -> Refusal.of(401);
            case ACCESS_DENIED -> Refusal.of(403);
            case NOT_FOUND -> Refusal.of(404);
            case INVALID_REQUEST -> Refusal.of(400);
            case POSITION_REFUSED -> Refusal.of(410);
            default -> throw new AdapterFault();
        };
        boolean mayAsk = kind == FaultKind.UNAVAILABLE || kind == FaultKind.RATE_LIMITED;
        if (mayAsk && dice.nextBoolean()) {
            world.counts().add(FaultKind.RETRY_AFTER);
            throw refusal.retryAfter(Duration.ofSeconds(dice.between(0, 7200)));
        }
        throw refusal;
    }

    /** This node is held up for longer than its claim holds, and others renew the grant meanwhile (H25). */
    private void renewedElsewhere(Node node, int life) {
        world.counts().add(FaultKind.RENEWED_ELSEWHERE);
        depth++;
        try {
            world.clock().advance(Duration.ofMinutes(3));
            world.othersSync(node);
        } finally {
            depth--;
        }
        alive(node, life);
    }

    /** Something else happens while a call is under way. */
    private void between(Node node, int life) {
        if (depth >= DEEPEST) {
            return;
        }
        depth++;
        try {
            switch (world.dice().nextInt(6)) {
                case 5 -> {
                    world.counts().add(FaultKind.NEWS_BETWEEN);
                    world.newsComes();
                }
                case 0, 1 -> {
                    world.counts().add(FaultKind.NODE_BETWEEN);
                    world.otherWorks(node);
                }
                case 2, 3 -> {
                    world.counts().add(FaultKind.EDIT_BETWEEN);
                    world.someoneEdits();
                }
                default -> {
                    world.counts().add(FaultKind.LEASE_OUTLIVED);
                    world.clock().advance(Duration.ofMinutes(6));
                    if (world.dice().nextBoolean()) {
                        world.otherWorks(node);
                    }
                }
            }
        } finally {
            depth--;
        }
        alive(node, life);
    }

    private void die(Node node, FaultKind kind) {
        world.counts().add(kind);
        node.die();
        throw new Crash();
    }
}
