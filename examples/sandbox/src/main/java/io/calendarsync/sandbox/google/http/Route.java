package io.calendarsync.sandbox.google.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One operation and where it is found.
 *
 * @param operation its name, as the discovery document has it: {@code events.list}
 * @param method its method
 * @param template the segments of its path; {@code {}} stands for any
 * @param handler what it does
 */
public record Route(String operation, String method, List<String> template, Handler handler) {

    /** Reads a template such as {@code /calendars/{}/events}. */
    public static Route of(String operation, String method, String template, Handler handler) {
        return new Route(operation, method, List.of(template.substring(1).split("/")), handler);
    }

    /** Returns the parts of a path that its variables stand for, if the path is of this form. */
    Optional<List<String>> match(List<String> path) {
        if (path.size() != template.size()) {
            return Optional.empty();
        }
        List<String> variables = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            if (template.get(at).equals("{}")) {
                variables.add(path.get(at));
            } else if (!template.get(at).equals(path.get(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /** What an operation does. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Does it.
         *
         * @param request the request
         * @param variables what stands in the path
         * @return the answer
         */
        Answer handle(Request request, List<String> variables);
    }
}
