package io.calendarsync.testkit.sim;

import io.calendarsync.CalendarState;
import io.calendarsync.ConnectRequest;
import io.calendarsync.ConnectResult;
import io.calendarsync.Connections;
import io.calendarsync.Declined;
import io.calendarsync.Detail;
import io.calendarsync.InvalidRequest;
import io.calendarsync.Plan;
import io.calendarsync.Subscriber;
import io.calendarsync.SubscriberStatus;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.Tokens;
import io.calendarsync.model.Access;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.testkit.Dice;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the application that embeds the library does. Confined. */
final class Host {

    /** Time may pass in between. */
    private static final Set<Declined.Why> SWAPPED =
            Set.of(Declined.Why.OTHER_OWNER, Declined.Why.STATE_UNKNOWN_OR_USED);

    private static final int MOST_SUBSCRIBERS = 4;

    private final World world;
    private final Set<String> connected = new LinkedHashSet<>();
    private final Set<String> erased = new LinkedHashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final Author author;
    private int links;

    Host(World world) {
        this.world = world;
        this.author = new Author(world);
    }

    Author author() {
        return author;
    }

    /** Returns the accounts the host wants to be connected. */
    Set<String> connected() {
        return connected;
    }

    /** Returns the accounts whose owner the host wants to be forgotten. */
    Set<String> erased() {
        return erased;
    }

    /** Returns the accounts that were disconnected at some time: what could not be stopped then stays. */
    Set<String> left() {
        return left;
    }

    /** Returns the events whose deletion the host refused, each as calendar and event id. */
    Set<String> kept() {
        return kept;
    }

    void take(Step step, Node node, Remote remote, Dice dice) {
        switch (step.kind()) {
            case CONNECT -> connect(remote.account(), dice);
            case DISCONNECT -> {
                connected.remove(remote.account());
                left.add(remote.account());
                world.counts().add(FaultKind.DISCONNECTED);
                world.publications().forgotten(remote.account());
                world.on(node, sync -> sync.connections().disconnect(remote.connection()));
            }
            case PAUSE -> world.on(node, sync -> sync.connections().pause(remote.connection()));
            case RESUME ->
                world.remotes()
                        .forEach(each ->
                                world.on(node, sync -> sync.connections().resume(each.connection())));
            case ERASE -> {
                connected.remove(remote.account());
                left.add(remote.account());
                erased.add(remote.account());
                world.counts().add(FaultKind.ERASED);
                world.publications().forgotten(remote.account());
                world.on(node, sync -> sync.operations().erase(remote.owner()));
            }
            case LINK -> link(node, remote, step.who());
            case PREVIEW -> world.on(node, sync -> sync.agenda().preview(remote.id()));
            case CONFIRM -> decide(node, remote, true);
            case CONFIRM_LATE -> confirmLate(node, remote);
            case DISCARD -> decide(node, remote, false);
            case SWAP_CONSENT -> swapConsent(node, remote);
            case SYNC_NOW -> world.on(node, sync -> sync.agenda().syncNow(remote.id()));
            case PUT -> author.put(node, remote, step.who(), dice);
            case RETRACT -> author.retract(node, step.who());
            case SUBSCRIBE -> subscribe(node, dice);
            default -> subscribers(step, node);
        }
    }

    boolean connect(String account, Dice dice) {
        connected.add(account);
        erased.remove(account);
        OwnerId owner = new OwnerId(account);
        return world.anyUp(dice)
                .map(node -> world.on(node, sync -> {
                    try {
                        connect(sync.connections(), owner, account);
                    } catch (InvalidRequest erasing) {
                        connected.remove(account);
                        left.add(account);
                        erased.add(account);
                        throw erasing;
                    }
                }))
                .orElse(false);
    }

    private void connect(Connections connections, OwnerId owner, String account) {
        world.working().ifPresent(world.grants()::forget);
        if (world.scenario().grants()) {
            String token = world.server().grants().given(account, Access.READ_WRITE);
            connections.adopt(owner, new ProviderId("fake"), Tokens.of(token, Access.READ_WRITE), Detail.FULL);
        } else {
            connections.connectFeed(owner, URI.create("fake://host/" + account), ZoneOffset.UTC);
        }
    }

    /** One owner begins, and it is completed in the browser of another (H27). */
    private void swapConsent(Node node, Remote remote) {
        ConnectRequest request =
                ConnectRequest.of(remote.owner(), new ProviderId("fake"), URI.create("https://host.example/callback"));
        world.on(node, sync -> {
            URI page = sync.connections().begin(request);
            Map<String, String> callback = world.server().grants().allow(page, remote.account());
            world.counts().add(FaultKind.CONSENT_SWAPPED);
            ConnectResult result = sync.connections().complete(new OwnerId("mallory"), callback);
            CalendarJudge.require(
                    result instanceof Declined declined && SWAPPED.contains(declined.why()),
                    "a consent begun by another was completed: " + result);
        });
    }

    private void link(Node node, Remote remote, int which) {
        var ids = world.mirror().events(remote.id().value()).keySet().stream()
                .sorted()
                .toList();
        if (!ids.isEmpty()) {
            EventRef ref = new EventRef(remote.id(), ids.get(which % ids.size()));
            world.on(node, sync -> sync.agenda().link(ref, new HostKey("host" + ++links)));
        }
    }

    private void decide(Node node, Remote remote, boolean confirm) {
        world.on(node, sync -> {
            Plan plan = sync.agenda().preview(remote.id());
            if (!plan.isHeldBack()) {
                return;
            }
            if (confirm) {
                sync.agenda().confirm(plan);
            } else {
                plan.deleted().forEach(ref -> kept.add(remote.id().value() + "/" + ref.eventId()));
                sync.agenda().discard(plan);
            }
        });
    }

    /** Confirms a plan that was right when it was looked at: meanwhile what was missing has come back. */
    private void confirmLate(Node node, Remote remote) {
        remote.past().forget(event -> true, world.moment());
        remote.calendar().loseCursors();
        world.counts().add(FaultKind.ALL_FORGOTTEN);
        world.on(node, sync -> sync.agenda().syncNow(remote.id()));
        world.on(node, sync -> {
            Plan plan = sync.agenda().preview(remote.id());
            remote.past().remember(world.moment());
            world.clock().advance(Duration.ofHours(1));
            sync.agenda().syncNow(remote.id());
            if (plan.isHeldBack()) {
                sync.agenda().confirm(plan);
            }
        });
    }

    /** Confirms what is held back, as a host would that looked. */
    void agree(Node node, Remote remote) {
        world.on(node, sync -> {
            SyncedCalendar calendar = sync.operations().diagnose(remote.id()).calendar();
            if (calendar.state() == CalendarState.REVIEW) {
                Plan plan = sync.agenda().preview(remote.id());
                CalendarJudge.require(plan.isHeldBack(), "in review, and there is no plan to agree to");
                sync.agenda().confirm(plan);
            }
        });
    }

    private void subscribe(Node node, Dice dice) {
        if (world.subscriptions().size() < MOST_SUBSCRIBERS) {
            Subscriber.Beginning beginning =
                    dice.nextBoolean() ? Subscriber.Beginning.FROM_NOW : Subscriber.Beginning.SNAPSHOT_FIRST;
            Subscription added = new Subscription("late" + world.subscriptions().size(), beginning);
            added.deploy(node.number());
            world.subscriptions().put(added.name(), added);
            world.counts().add(FaultKind.ROLLING_DEPLOY);
            world.start(node);
        }
    }

    private void subscribers(Step step, Node node) {
        if (world.subscriptions().isEmpty()) {
            return;
        }
        var all = world.subscriptions().values().stream().toList();
        Subscription one = all.get(step.what() % all.size());
        switch (step.kind()) {
            case UNSUBSCRIBE -> {
                // Away at once: should the removal fail, no node has its handler all the same.
                one.withdraw();
                world.audience().away(one.name());
                world.nodes().forEach(world::start);
                world.on(node, sync -> sync.feed().remove(one.name()));
            }
            case ABSENT -> {
                one.withdraw();
                all.forEach(each -> world.audience().away(each.name()));
                world.counts().add(FaultKind.SUBSCRIBER_ABSENT);
                world.nodes().forEach(world::start);
                world.clock()
                        .advance(world.scenario().retention().absentSubscriber().plusHours(1));
            }
            case RETURN -> {
                all.forEach(each -> world.nodes().forEach(every -> each.deploy(every.number())));
                world.nodes().forEach(world::start);
            }
            case STUBBORN -> one.beStubborn();
            case CALM -> all.forEach(Subscription::calmDown);
            case REPLAY -> parked(node, false);
            case SKIP -> parked(node, true);
            default -> throw new IllegalArgumentException("not the host's: " + step.kind());
        }
    }

    /** Takes up every delivery that is parked. */
    void parked(Node node, boolean skip) {
        world.on(node, sync -> {
            for (SubscriberStatus status : sync.feed().subscribers()) {
                for (SubscriberStatus.ParkedDelivery parked : status.parked()) {
                    if (skip) {
                        sync.feed().skip(status.name(), parked.log());
                    } else {
                        sync.feed().replay(status.name(), parked.log());
                    }
                }
            }
        });
    }
}
