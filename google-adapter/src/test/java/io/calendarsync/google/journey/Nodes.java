package io.calendarsync.google.journey;

import io.calendarsync.CalendarSync;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.fault.FaultyStore;
import io.calendarsync.testkit.fault.StoreCall;
import io.calendarsync.testkit.fault.StoreFaultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Two nodes over one store; one that dies is out of reach of the store from that call on. Confined. */
final class Nodes {

    private final SyncStore store = new InMemorySyncStore();
    private final Function<SyncStore, CalendarSync> engines;
    private final List<Node> nodes = new ArrayList<>();
    private final Consumer<Trouble> counts;

    Nodes(Function<SyncStore, CalendarSync> engines, Consumer<Trouble> counts) {
        this.engines = engines;
        this.counts = counts;
        nodes.add(new Node());
        nodes.add(new Node());
    }

    SyncStore store() {
        return store;
    }

    CalendarSync any(Dice dice) {
        return dice.choose(nodes).sync;
    }

    CalendarSync first() {
        return nodes.get(0).sync;
    }

    /** Lets a node die at one of its next calls to the store, before it or after. */
    void doom(Dice dice) {
        Node node = dice.choose(nodes);
        node.callsLeft = dice.nextInt(25);
        node.after = dice.nextBoolean();
    }

    /** Does what is due, taking turns; a node that died is started anew. */
    void settle() {
        for (int round = 0; round < 2_000; round++) {
            int done = 0;
            for (Node node : nodes) {
                done += node.work();
            }
            if (done == 0) {
                return;
            }
        }
        throw new AssertionError("the engine does not come to rest");
    }

    /** Lets a node do something the host asks for, which comes to nothing where the node dies. */
    void act(Dice dice, Consumer<CalendarSync> action) {
        dice.choose(nodes).act(action);
    }

    /** From now on no node dies any more. */
    void calmDown() {
        nodes.forEach(Node::calmDown);
    }

    /** Does a little of what is due. */
    void work(Dice dice) {
        dice.choose(nodes).work(dice.between(1, 5));
    }

    /** A node, with the store as it sees it. */
    private final class Node implements StoreFaultPlan {
        private CalendarSync sync;
        private int callsLeft = -1;
        private boolean after;
        private boolean dead;

        Node() {
            this.sync = engines.apply(new FaultyStore(store, this));
        }

        int work() {
            return work(50);
        }

        int work(int jobs) {
            int[] done = {1};
            act(engine -> done[0] = engine.work().runDue(jobs));
            return done[0];
        }

        void act(Consumer<CalendarSync> action) {
            try {
                action.accept(sync);
            } catch (StoreException e) {
                if (!dead) {
                    throw e;
                }
            } finally {
                if (dead) {
                    dead = false;
                    sync = engines.apply(new FaultyStore(store, this));
                }
            }
        }

        void calmDown() {
            callsLeft = -2;
            after = false;
        }

        @Override
        public void before(StoreCall call) {
            if (!dead && callsLeft >= 0 && callsLeft-- == 0 && !after) {
                die(Trouble.NODE_DIED);
            }
            refuse();
        }

        @Override
        public void after(StoreCall call) {
            if (!dead && callsLeft == -1 && after) {
                after = false;
                die(Trouble.NODE_DIED_AFTER_COMMIT);
            }
            refuse();
        }

        private void die(Trouble trouble) {
            dead = true;
            callsLeft = -2;
            counts.accept(trouble);
        }

        private void refuse() {
            if (dead) {
                throw new StoreException("this node is dead");
            }
        }
    }
}
