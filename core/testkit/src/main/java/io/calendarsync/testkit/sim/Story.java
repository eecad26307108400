package io.calendarsync.testkit.sim;

import io.calendarsync.Subscriber;
import io.calendarsync.testkit.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes the steps of one history, then sees whether every promise was kept. Confined. */
final class Story {

    private static final int JOBS_TO_REST = 400;

    private final World world;
    private final Host host;
    private final Newspaper news;

    private Story(Scenario scenario, Counts counts) {
        this.world = new World(scenario, counts);
        this.host = new Host(world);
        this.news = new Newspaper(world);
    }

    /** Runs a history; returns what broke, absent where all promises were kept. */
    static Optional<String> run(Scenario scenario, List<Step> steps, Counts counts) {
        Story story = new Story(scenario, counts);
        Optional<Step> at = Optional.empty();
        try {
            story.begin();
            for (Step step : steps) {
                at = Optional.of(step);
                story.world.dice(step.dice());
                story.take(step);
            }
            at = Optional.empty();
            new Rest(story.world, story.host).comeToRest();
            return Optional.empty();
        } catch (Violation broken) {
            return Optional.of(broken.getMessage() + where(at));
        } catch (RuntimeException unforeseen) {
            return Optional.of("unforeseen: " + unforeseen + " at " + List.of(unforeseen.getStackTrace()) + where(at));
        }
    }

    private static String where(Optional<Step> at) {
        return at.map(step -> " (at step " + step + ")").orElse(" (at rest)");
    }

    private void begin() {
        Dice dice = Dice.of(world.scenario().seed()).split("begin");
        world.dice(dice);
        for (Remote remote : world.remotes()) {
            for (int i = 0; i < world.scenario().events(); i++) {
                boolean series = i % 6 == 5;
                world.users().edit(series ? StepKind.CREATE_SERIES : StepKind.CREATE, remote, 0, dice);
            }
        }
        Dice trials = Dice.of(world.scenario().seed()).split("staging");
        world.remotes().forEach(remote -> world.users().stage(remote, trials));
        for (int i = 0; i < world.scenario().subscribers(); i++) {
            Subscriber.Beginning beginning =
                    dice.nextBoolean() ? Subscriber.Beginning.FROM_NOW : Subscriber.Beginning.SNAPSHOT_FIRST;
            Subscription one = new Subscription("reader" + i, beginning);
            world.nodes().forEach(node -> one.deploy(node.number()));
            world.subscriptions().put(one.name(), one);
        }
        world.nodes().forEach(world::start);
        world.remotes().forEach(remote -> host.connect(remote.account(), dice));
    }

    private void take(Step step) {
        Dice dice = world.dice();
        List<Remote> remotes = world.remotes();
        Remote remote = remotes.get(step.what() % remotes.size());
        Node node = world.nodes().get(step.who() % world.nodes().size());
        switch (step.kind()) {
            case RUN -> run(node, dice.between(1, 6));
            case RUN_ALL -> {
                world.clock().advance(Duration.ofMinutes(dice.choose(1, 15, 120)));
                runAll(dice);
            }
            case PASS -> world.clock().advance(Duration.ofMinutes(dice.choose(List.of(1, 7, 60, 400, 1500))));
            case STOP -> {
                node.die();
                world.counts().add(FaultKind.NODE_STOPPED);
            }
            case STOP_IN_PAGE -> world.stopInPage(node, remote, dice);
            case RESTART -> world.start(node);
            case CLOCK_AHEAD -> yearsAhead(node, dice);
            case CLOCK_BEHIND -> {
                node.clock().offset(Duration.ofHours(-dice.between(1, 9)));
                world.counts().add(FaultKind.CLOCK_BEHIND);
            }
            case CLOCK_SKEW -> {
                node.clock().offset(Duration.ofSeconds(dice.between(-240, 240)));
                world.counts().add(FaultKind.CLOCK_SKEWED);
            }
            case CLOCK_RIGHT -> node.clock().offset(Duration.ZERO);
            case FORGET_SOME, FORGET_ALL, REMEMBER, UNSHARE, SHARE, LOSE_CURSORS, LOSE_PAGES, END_TOKENS, TAKE_BACK ->
                provider(step.kind(), remote, dice);
            case CHANNELS -> news.meddle(node, remote, dice);
            case NOTICES -> news.deliver(node, dice);
            case FORGE -> news.forge(node, remote, dice);
            case ASTRAY -> news.astray(node, remote, dice);
            case CONNECT,
                    DISCONNECT,
                    PAUSE,
                    RESUME,
                    ERASE,
                    LINK,
                    PREVIEW,
                    CONFIRM,
                    CONFIRM_LATE,
                    DISCARD,
                    SWAP_CONSENT,
                    SYNC_NOW,
                    PUT,
                    RETRACT,
                    SUBSCRIBE,
                    UNSUBSCRIBE,
                    ABSENT,
                    RETURN,
                    STUBBORN,
                    CALM,
                    REPLAY,
                    SKIP -> host.take(step, node, remote, dice);
            default -> world.users().edit(step.kind(), remote, step.who(), dice);
        }
    }

    private void run(Node node, int jobs) {
        if (!node.isUp()) {
            world.start(node);
        }
        world.on(node, sync -> sync.work().runDue(jobs));
    }

    private void runAll(Dice dice) {
        int jobs = 0;
        boolean any = true;
        while (any && jobs < JOBS_TO_REST) {
            any = false;
            for (Node node : dice.shuffled(world.nodes())) {
                int[] done = new int[1];
                if (!node.isUp()) {
                    world.start(node);
                }
                world.on(node, sync -> done[0] = sync.work().runDue(5));
                any |= done[0] > 0;
                jobs += done[0];
            }
        }
    }

    private void yearsAhead(Node node, Dice dice) {
        if (node.isUp()) {
            node.clock().offset(Duration.ofDays(3650));
            world.clockWasWrong();
            world.counts().add(FaultKind.CLOCK_YEARS_AHEAD);
            world.on(node, sync -> sync.work().runDue(dice.between(1, 3)));
            node.clock().offset(Duration.ZERO);
        }
    }

    private void provider(StepKind kind, Remote remote, Dice dice) {
        Past past = remote.past();
        switch (kind) {
            case FORGET_SOME -> {
                int half = dice.nextInt(2);
                past.forget(event -> Users.family(event).hashCode() % 2 == half, world.moment());
                world.counts().add(FaultKind.SOME_FORGOTTEN);
            }
            case FORGET_ALL -> {
                past.forget(event -> true, world.moment());
                remote.calendar().loseCursors();
                world.counts().add(FaultKind.ALL_FORGOTTEN);
            }
            case REMEMBER -> world.remotes().forEach(each -> each.past().remember(world.moment()));
            case UNSHARE -> {
                world.server()
                        .account(remote.account())
                        .unshare(remote.calendar().id());
                world.counts().add(FaultKind.UNSHARED);
            }
            case SHARE -> world.remotes().forEach(world.users()::share);
            case END_TOKENS -> {
                world.server().grants().endAccessTokens();
                world.counts().add(FaultKind.TOKENS_ENDED);
            }
            case TAKE_BACK -> {
                world.server().grants().takeBack(remote.account());
                world.counts().add(FaultKind.GRANT_TAKEN_BACK);
            }
            case LOSE_CURSORS -> {
                remote.calendar().loseCursors();
                world.counts().add(FaultKind.CURSORS_LOST);
            }
            case LOSE_PAGES -> {
                remote.calendar().losePages();
                world.counts().add(FaultKind.PAGES_LOST);
            }
            default -> throw new IllegalArgumentException("not the provider's: " + kind);
        }
    }
}
