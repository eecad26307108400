package io.calendarsync.testkit.sim;

import io.calendarsync.Subscriber;
import io.calendarsync.SyncEvent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A subscriber of the host: which nodes have its handler, and what that handler cannot bear. Confined. */
final class Subscription {

    private final String name;
    private final Subscriber.Beginning beginning;
    private final Set<Integer> nodes = new HashSet<>();
    private boolean stubborn;
    private @Nullable String refused;

    Subscription(String name, Subscriber.Beginning beginning) {
        this.name = name;
        this.beginning = beginning;
    }

    String name() {
        return name;
    }

    Subscriber.Beginning beginning() {
        return beginning;
    }

    void deploy(int node) {
        nodes.add(node);
    }

    void withdraw() {
        nodes.clear();
    }

    boolean isOn(int node) {
        return nodes.contains(node);
    }

    boolean isSomewhere() {
        return !nodes.isEmpty();
    }

    /** Makes the handler fail on the next entry it has not seen, however often it is tried. */
    void beStubborn() {
        stubborn = true;
    }

    void calmDown() {
        stubborn = false;
        refused = null;
    }

    boolean refuses(SyncEvent event, Audience audience) {
        if (!stubborn) {
            return false;
        }
        if (refused == null && audience.isNew(name, event)) {
            refused = event.id();
        }
        return event.id().equals(refused);
    }

    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }
}
