package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.testkit.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the items of one page, as disorderly as the calendar's behaviour wants it. */
final class PageWriter {

    private final Dice dice;
    private final Disorder disorder;
    private final Dresser dresser;
    private final List<RemoteChange> items = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();

    PageWriter(Dice dice, Behaviour behaviour) {
        this.dice = dice;
        this.disorder = behaviour.disorder();
        this.dresser = new Dresser(behaviour.stamps());
    }

    void present(Held held) {
        RemoteChange now = item(dresser.dress(held));
        Event older = held.older();
        if (older != null && dice.chance(disorder.olderStates()) && isOlder(older, held.event())) {
            aroundIt(item(dresser.dress(older)), now);
        } else {
            items.add(now);
        }
        repeat(now);
    }

    /** What has a version tag is only read where another is stored. */
    private static RemoteChange item(Event event) {
        return RemoteChange.Present.tagged(
                event.ref().eventId(), event.revision().etag(), () -> event);
    }

    /** Writes an item as it is, at most repeated. */
    void plain(Held held) {
        RemoteChange now = item(dresser.dress(held));
        items.add(now);
        repeat(now);
    }

    void gone(String id, @Nullable Held before) {
        RemoteChange now = dice.chance(disorder.doubtful()) ? new RemoteChange.Doubtful(id) : new RemoteChange.Gone(id);
        if (before != null && dice.chance(disorder.presentAndGone())) {
            aroundIt(item(dresser.dress(before)), now);
        } else {
            items.add(now);
        }
        repeat(now);
    }

    void doubtful(String id) {
        items.add(new RemoteChange.Doubtful(id));
    }

    List<RemoteChange> finish() {
        for (int index = late.size() - 1; index >= 0; index--) {
            Late item = late.get(index);
            items.add(dice.between(item.notBefore(), items.size()), item.change());
        }
        return items;
    }

    private void aroundIt(RemoteChange other, RemoteChange now) {
        if (dice.nextBoolean()) {
            items.add(other);
            items.add(now);
        } else {
            items.add(now);
            late.add(new Late(items.size(), other));
        }
    }

    private void repeat(RemoteChange now) {
        if (dice.chance(disorder.repeats())) {
            late.add(new Late(items.size(), now));
        }
    }

    private boolean isOlder(Event older, Event newer) {
        Optional<Instant> then = older.revision().updated();
        Optional<Instant> since = newer.revision().updated();
        return dresser.stamps().updated()
                && then.isPresent()
                && since.isPresent()
                && then.get().isBefore(since.get());
    }

    /** An item to be put anywhere after those that stood before it when it was thought of. */
    private record Late(int notBefore, RemoteChange change) {}
}
