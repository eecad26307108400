package io.calendarsync.testkit.provider;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends a session's calls: past the fault plan, to the server, and every refusal through the one mapper. */
final class FakeRequests {

    private final FakeCalendars server;
    private final Door door;
    private final RefusalMapper faults;

    FakeRequests(FakeCalendars server, Door door, RefusalMapper faults) {
        this.server = server;
        this.door = door;
        this.faults = faults;
    }

    FakeCalendars server() {
        return server;
    }

    <T> T send(ProviderCall.Kind kind, String calendar, String eventId, Supplier<T> work) {
        return send(kind, calendar, eventId, work, late -> {});
    }

    /** Sends a write, which the server may do later than anybody waits for: who may do so is known from the start. */
    <T> T write(ProviderCall.Kind kind, String calendar, String eventId, Function<FakeAccount, T> work) {
        return send(kind, calendar, eventId, () -> work.apply(door.enter()), late -> {
            FakeAccount account = door.enter();
            server.finishLater(late, () -> Objects.requireNonNull(work.apply(account)));
        });
    }

    private <T> T send(
            ProviderCall.Kind kind, String calendar, String eventId, Supplier<T> work, Consumer<Duration> later) {
        if (kind.isRemote()) {
            faults.context().budget().spend(1);
        }
        ProviderCall call = server.arrived(kind, door.account(), calendar, eventId);
        FaultPlan plan = server.faultPlan();
        try {
            plan.before(call);
            T answer = work.get();
            plan.after(call);
            return answer;
        } catch (Refusal refusal) {
            try {
                refusal.finishedAfter().ifPresent(later);
            } catch (Refusal notAdmitted) {
                throw faults.map(notAdmitted, call);
            }
            throw faults.map(refusal, call);
        }
    }
}
