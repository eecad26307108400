package io.calendarsync.sandbox.google.fault;

import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Delivery;
import io.calendarsync.sandbox.google.http.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What goes wrong, and with which calls.
 *
 * @param operation the operation meant, as {@code events.insert}; empty for any
 * @param method the method meant; empty for any
 * @param path what must be found in the path; empty for any
 * @param instead what is answered without doing the work; empty to do the work
 * @param delivery how the answer travels
 */
public record FaultRule(
        String operation, String method, Optional<Pattern> path, Optional<Answer> instead, Delivery delivery) {

    boolean means(String name, Request request) {
        return (operation.isEmpty() || operation.equals(name))
                && (method.isEmpty() || method.equals(request.method()))
                && path.filter(pattern -> !pattern.matcher(request.rawPath()).find())
                        .isEmpty();
    }
}
