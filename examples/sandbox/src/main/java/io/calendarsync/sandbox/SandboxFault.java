package io.calendarsync.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.sandbox.google.fault.FaultPlan;
import io.calendarsync.sandbox.google.fault.FaultRule;
import io.calendarsync.sandbox.google.fault.Refusals;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One arrangement: which calls, then how they go wrong. The last call arranges it. Confined to one thread.
 *
 * @since 0.1
 */
public final class SandboxFault {

    private final FaultPlan plan;
    private final int times;
    private String operation = "";
    private String method = "";
    private Optional<Pattern> path = Optional.empty();
    private int after;

    SandboxFault(FaultPlan plan, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1");
        }
        this.plan = plan;
        this.times = times;
    }

    /**
     * Means calls of one operation only.
     *
     * @param name the name as in Google's discovery document, as {@code events.insert}; besides, {@code authorize}, {@code
     *     token}, {@code revoke}, {@code userinfo} and {@code certs}
     * @return this
     */
    public SandboxFault operation(String name) {
        operation = name;
        return this;
    }

    /**
     * Means calls by one method only, after a method override.
     *
     * @param name the method
     * @return this
     */
    public SandboxFault method(String name) {
        method = name.toUpperCase(Locale.ROOT);
        return this;
    }

    /**
     * Means calls only in whose path, still encoded, something is found.
     *
     * @param regex what
     * @return this
     */
    public SandboxFault path(String regex) {
        path = Optional.of(Pattern.compile(regex));
        return this;
    }

    /**
     * Lets some of these calls go well first.
     *
     * @param calls how many
     * @return this
     */
    public SandboxFault after(int calls) {
        after = calls;
        return this;
    }

    private void arrange(Optional<Answer> instead, Delivery delivery) {
        plan.arrange(new FaultRule(operation, method, path, instead, delivery), after, times);
    }

    /**
     * Answers with a page of HTML, as a proxy does, and does nothing.
     *
     * @param status the status
     */
    public void answer(int status) {
        arrange(Optional.of(Refusals.page(status)), Delivery.WHOLE);
    }

    /**
     * Answers with anything, and does nothing.
     *
     * @param status the status
     * @param headers the headers
     * @param body the body
     */
    public void answer(int status, Map<String, String> headers, String body) {
        List<byte[]> bytes = body.isEmpty() ? List.of() : List.of(body.getBytes(UTF_8));
        arrange(Optional.of(new Answer(status, headers, bytes, () -> {})), Delivery.WHOLE);
    }

    /**
     * Refuses as Google does, with its envelope, and does nothing. The token endpoint's errors have an envelope of their
     * own, in which the reason is the error.
     *
     * @param status the status
     * @param reason the reason, as {@code rateLimitExceeded}
     */
    public void refuse(int status, String reason) {
        arrange(Optional.of(Refusals.of(operation, status, reason)), Delivery.WHOLE);
    }

    /**
     * Refuses as Google does and says when to come again.
     *
     * @param status the status
     * @param reason the reason
     * @param retryAfter the Retry-After header, seconds or a date
     */
    public void refuse(int status, String reason, String retryAfter) {
        arrange(Optional.of(Refusals.of(operation, status, reason).with("Retry-After", retryAfter)), Delivery.WHOLE);
    }

    /** Cuts the connection without doing anything. A client cannot tell this from {@link #cutAfter}. */
    public void cutBefore() {
        arrange(Optional.of(Answer.empty(204)), new Delivery(Delivery.Kind.NOT_AT_ALL, 0));
    }

    /** Does the work, then cuts the connection without an answer. */
    public void cutAfter() {
        arrange(Optional.empty(), new Delivery(Delivery.Kind.NOT_AT_ALL, 0));
    }

    /** Does the work, promises the whole answer, sends half of it and cuts the connection. */
    public void cutHalf() {
        arrange(Optional.empty(), new Delivery(Delivery.Kind.HALF, 0));
    }

    /** Does the work, and sends half of the answer as if it were the whole: the JSON just ends. */
    public void truncate() {
        arrange(Optional.empty(), new Delivery(Delivery.Kind.TRUNCATED, 0));
    }

    /**
     * Does the work and sends nothing for a while, then the answer.
     *
     * @param pause how long, of real time
     */
    public void late(Duration pause) {
        arrange(Optional.empty(), new Delivery(Delivery.Kind.LATE, pause.toMillis()));
    }

    /**
     * Does the work and sends the answer slowly: its head at once, its body in ten steps.
     *
     * @param length how long the body takes, of real time
     */
    public void slow(Duration length) {
        arrange(Optional.empty(), new Delivery(Delivery.Kind.SLOWLY, length.toMillis()));
    }
}
