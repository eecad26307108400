package io.calendarsync.sandbox.google;

import io.calendarsync.sandbox.google.fault.FaultPlan;
import io.calendarsync.sandbox.google.fault.FaultRule;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Delivery;
import io.calendarsync.sandbox.google.http.HttpPort;
import io.calendarsync.sandbox.google.http.HttpPort.Reply;
import io.calendarsync.sandbox.google.http.Request;
import io.calendarsync.sandbox.google.http.Route;
import io.calendarsync.sandbox.google.http.Router;
import io.calendarsync.sandbox.google.http.Router.Target;
import io.calendarsync.sandbox.google.quota.CallCounts;
import io.calendarsync.sandbox.google.state.World;
import java.util.List;
import java.util.Optional;

/** The way of a request: found, counted, struck by a fault or not, handled under the lock, answered. */
final class Pipeline implements HttpPort.Exchange {

    private static final System.Logger LOG = System.getLogger(Pipeline.class.getName());

    private static final String CONTROL = "sandbox";

    private final World world;
    private final FaultPlan faults;
    private final CallCounts counts;
    private volatile Router routes = new Router(List.of());
    private volatile Router control = new Router(List.of());

    Pipeline(World world, FaultPlan faults, CallCounts counts) {
        this.world = world;
        this.faults = faults;
        this.counts = counts;
    }

    void open(List<Route> all) {
        routes = new Router(all);
    }

    void control(List<Route> all) {
        control = new Router(all);
    }

    @Override
    public Reply answer(Request request) {
        boolean controls = !request.path().isEmpty() && request.path().get(0).equals(CONTROL);
        if (controls) {
            return new Reply(handled(control.find(request), request), Delivery.WHOLE);
        }
        Optional<Target> target = routes.find(request);
        String operation = target.map(found -> found.route().operation()).orElse("unknown");
        counts.called(operation);
        Optional<FaultRule> fault = faults.next(operation, request);
        Delivery delivery = fault.map(FaultRule::delivery).orElse(Delivery.WHOLE);
        Answer answer = fault.flatMap(FaultRule::instead).orElseGet(() -> handled(target, request));
        counts.answered(operation, delivery.kind() == Delivery.Kind.NOT_AT_ALL ? 0 : answer.status());
        return new Reply(answer, delivery);
    }

    private Answer handled(Optional<Target> target, Request request) {
        try {
            Target found = target.orElseThrow(ApiException::notFound);
            return world.locked(() -> found.route().handler().handle(request, found.variables()));
        } catch (ApiException refusal) {
            return refusal.answer();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "A fault of the sandbox itself", fault);
            return ApiException.of(500, "global", "backendError", "Backend Error")
                    .answer();
        }
    }
}
