package io.calendarsync.sandbox.google.quota;

import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.state.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How many calls a minute are allowed, to the project and to each of its users. Confined to the lock of its world. */
public final class Quotas {

    private final World world;
    private final Window project = new Window();
    private final Map<String, Window> users = new HashMap<>();
    private OptionalInt perProject = OptionalInt.empty();
    private OptionalInt perUser = OptionalInt.empty();
    private int status = 403;
    private OptionalInt retryAfter = OptionalInt.empty();

    /** Works on a world: without limits. */
    public Quotas(World world) {
        this.world = world;
    }

    /** Sets how many units a minute the project and each user have. */
    public void limit(int project, int user) {
        perProject = OptionalInt.of(project);
        perUser = OptionalInt.of(user);
    }

    /** Takes the limits away. */
    public void unlimited() {
        perProject = OptionalInt.empty();
        perUser = OptionalInt.empty();
    }

    /** Sets the status of refusals, 403 or 429, and how many seconds they ask to wait. */
    public void refuseWith(int newStatus, OptionalInt seconds) {
        status = newStatus;
        retryAfter = seconds;
    }

    /** Takes units for a call; returns the refusal if there are none left. A refused call costs nothing. */
    public Optional<Answer> spend(String user, int units) {
        Instant now = world.now();
        if (perProject.isPresent() && !project.has(now, units, perProject.getAsInt())) {
            return Optional.of(refusal("rateLimitExceeded", "Rate Limit Exceeded"));
        }
        Window own = perUser.isPresent() ? users.computeIfAbsent(user, any -> new Window()) : new Window();
        if (perUser.isPresent() && !own.has(now, units, perUser.getAsInt())) {
            return Optional.of(refusal("userRateLimitExceeded", "User Rate Limit Exceeded"));
        }
        if (perProject.isPresent()) {
            project.spend(now, units);
        }
        own.spend(now, units);
        return Optional.empty();
    }

    private Answer refusal(String reason, String message) {
        Answer answer = ApiException.of(status, "usageLimits", reason, message)
                .detailed("RATE_LIMIT_EXCEEDED")
                .answer();
        return retryAfter.isPresent() ? answer.with("Retry-After", Integer.toString(retryAfter.getAsInt())) : answer;
    }
}
