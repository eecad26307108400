package io.calendarsync.testkit.provider;

import java.util.Objects;
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
            if (kind.isWrite()) {
                refusal.finishedAfter()
                        .ifPresent(late -> server.finishLater(late, () -> Objects.requireNonNull(work.get())));
            }
            throw faults.map(refusal, call);
        }
    }
}
