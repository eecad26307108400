package io.calendarsync.benchmarks.google;

import io.calendarsync.CalendarSync;
import io.calendarsync.EventChange;
import io.calendarsync.Subscriber;
import io.calendarsync.WatchStatus;
import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.benchmarks.Comparison;
import io.calendarsync.benchmarks.Effort;
import io.calendarsync.benchmarks.Sorted;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.spi.store.InMemorySyncStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from the arrival of a push to the subscriber, without the fetch: the sandbox pushes by HTTP to an
 * address of ours, the library works on threads of its own, the store is in memory.
 */
final class PushDelay {

    private static final int EVENTS = 100;
    private static final int PUSHES = 300;
    private static final int QUICK_PUSHES = 100;
    private static final int LOOKED_FOR = 100;
    private static final int FEW_PUSHES = 3;
    private static final int WARMUPS = 50;
    private static final int MOST_EDITS = 5_000;
    private static final long GOAL_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS_A_MILLI = 1e6;

    private final BlockingQueue<Long> received = new ArrayBlockingQueue<>(1_000);

    private PushDelay() {}

    /** Returns the delay of most pushes beside the goal. */
    static List<Comparison> measure(Effort effort) {
        int pushes = effort.full() ? effort.rounds() > 1 ? PUSHES : QUICK_PUSHES : FEW_PUSHES;
        int warmups = effort.full() ? WARMUPS : 0;
        Sorted looked = Sorted.of(new PushDelay().run(false, Math.min(warmups, 10), Math.min(pushes, LOOKED_FOR)));
        Sorted atOnce = Sorted.of(new PushDelay().run(true, warmups, pushes));
        return List.of(
                compare("push to subscriber, work started, p99", looked.p99(), OptionalDouble.of(1)),
                compare("push to subscriber, work started, median", looked.median(), OptionalDouble.empty()),
                compare("push to subscriber, runDue after handle, p99", atOnce.p99(), OptionalDouble.of(1)),
                compare("push to subscriber, runDue after handle, median", atOnce.median(), OptionalDouble.empty()));
    }

    private static Comparison compare(String subject, double nanos, OptionalDouble goal) {
        return new Comparison(GoogleBenchmark.NAME, subject, nanos / NANOS_A_MILLI, "ms", "limit", GOAL_MILLIS, goal);
    }

    private List<Long> run(boolean atOnce, int warmups, int pushes) {
        InstantSource clock = InstantSource.system();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (GoogleSandbox sandbox = GoogleSandbox.builder().time(clock).start();
                PushDoor door = PushDoor.open(atOnce)) {
            Entrance entrance = SandboxAccount.of(sandbox, "push@example.com", EVENTS);
            FetchMeter meter = new FetchMeter(OurAdapter.provider(entrance));
            try (OurEngine engine = OurEngine.connect(
                    OurEngine.builder(new InMemorySyncStore(), meter)
                            .clock(clock)
                            .publicUrl(door.address())
                            .subscriber(Subscriber.named("bench", delivery -> {
                                if (delivery.event() instanceof EventChange) {
                                    received.add(System.nanoTime());
                                }
                            })),
                    entrance)) {
                engine.settle();
                door.ringsAt(engine.sync());
                watch(engine);
                engine.sync().work().start(threads, 2);
                SandboxCalendar calendar = sandbox.calendar(entrance.calendar());
                String event = calendar.add(
                        "{\"summary\":\"0\",\"start\":{\"date\":\"2027-01-10\"},\"end\":{\"date\":\"2027-01-11\"}}");
                await();
                List<Long> delays = new ArrayList<>();
                for (int i = 0; delays.size() < warmups + pushes; i++) {
                    if (i > MOST_EDITS) {
                        throw new BenchmarkFailure("changes are found before their pushes come");
                    }
                    sandbox.pushes().settle(PATIENCE);
                    door.forget();
                    calendar.edit(event, "{\"summary\":\"title " + i + "\"}");
                    long at = await();
                    // A look that was underway may find a change before its push has come: that is no delay of a push.
                    door.rang().stream()
                            .filter(rang -> rang < at)
                            .forEach(rang -> delays.add(at - rang - meter.within(rang, at)));
                }
                return delays.subList(warmups, delays.size());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void watch(OurEngine engine) {
        CalendarSync sync = engine.sync();
        long end = System.nanoTime() + PATIENCE.toNanos();
        // A busy machine may let the first attempt time out.
        while (System.nanoTime() < end) {
            sync.work().runDue(100);
            boolean live = sync.watches().ensure(engine.connection(), false).stream()
                    .anyMatch(status -> status.calendar().isPresent() && status.isLive());
            if (live) {
                return;
            }
        }
        throw new BenchmarkFailure("the calendar is not watched: "
                + sync.watches().of(engine.connection()).stream()
                        .map(WatchStatus::toString)
                        .toList());
    }

    private long await() {
        try {
            Long at = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (at == null) {
                throw new BenchmarkFailure("a change was not delivered");
            }
            return at;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", stopped);
        }
    }
}
