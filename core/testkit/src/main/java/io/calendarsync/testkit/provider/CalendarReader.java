package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.testkit.Dice;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Answers what readers ask of one calendar, in the way it behaves. Guarded by the server's lock. */
final class CalendarReader {

    private final Truth truth;
    private final InstantSource clock;
    private final Dice dice;
    private final TokenDesk tokens;
    private Behaviour behaviour = Behaviour.plain();
    private Predicate<Event> forgotten = event -> false;

    CalendarReader(Truth truth, InstantSource clock, Dice dice) {
        this(truth, clock, dice, new TokenDesk(clock));
    }

    private CalendarReader(Truth truth, InstantSource clock, Dice dice, TokenDesk tokens) {
        this.truth = truth;
        this.clock = clock;
        this.dice = dice;
        this.tokens = tokens;
    }

    CalendarReader copy(Truth otherTruth, InstantSource otherClock) {
        CalendarReader copy = new CalendarReader(otherTruth, otherClock, dice, tokens.copy(otherClock));
        copy.behaviour = behaviour;
        copy.forgotten = forgotten;
        return copy;
    }

    void behave(Behaviour value) {
        behaviour = value;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** Sets what the server believes it never had, and returns what it believed so of before. */
    Predicate<Event> forget(Predicate<Event> which) {
        Predicate<Event> before = forgotten;
        forgotten = which;
        return before;
    }

    TokenDesk tokens() {
        return tokens;
    }

    ChangePage read(Position from) {
        ReadView view = new ReadView(truth, behaviour, tokens, truth.visible(clock.instant()), forgotten, dice);
        return switch (behaviour.style()) {
            case DELTA -> new DeltaReader(view).read(from);
            case SNAPSHOT -> new SnapshotReader(view).read(from);
        };
    }

    Optional<Event> fetch(String eventId) {
        return Optional.ofNullable(truth.find(eventId))
                .filter(held -> !forgotten.test(held.event()))
                .map(this::dress);
    }

    Map<String, Event> events() {
        Map<String, Event> all = new TreeMap<>();
        truth.all().forEach(held -> {
            if (!forgotten.test(held.event())) {
                all.put(held.id(), dress(held));
            }
        });
        return all;
    }

    Event dress(Held held) {
        return new Dresser(behaviour.stamps()).dress(held);
    }
}
