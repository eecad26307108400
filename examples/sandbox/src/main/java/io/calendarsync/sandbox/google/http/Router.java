package io.calendarsync.sandbox.google.http;

import java.util.List;
import java.util.Optional;

/** Finds the operation that a request means. */
public final class Router {

    private final List<Route> routes;

    /** Takes the routes; the first that fits is meant. */
    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** Returns the operation with what stands in the path. */
    public Optional<Target> find(Request request) {
        for (Route route : routes) {
            if (route.method().equals(request.method())) {
                Optional<List<String>> variables = route.match(request.path());
                if (variables.isPresent()) {
                    return Optional.of(new Target(route, variables.get()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A route with what stands in the path.
     *
     * @param route the route
     * @param variables the values of its variables
     */
    public record Target(Route route, List<String> variables) {}
}
