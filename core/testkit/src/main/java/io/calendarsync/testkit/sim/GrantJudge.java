package io.calendarsync.testkit.sim;

import static io.calendarsync.testkit.sim.CalendarJudge.require;

import io.calendarsync.engine.record.Fields;
import io.calendarsync.spi.store.Write;
import io.calendarsync.testkit.provider.FakeGrants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Judges what becomes of grants by what their server knows of them. Confined. */
final class GrantJudge {

    /** Half of what a claim holds. */
    private static final Duration MAY_BE_SENT = Duration.ofMinutes(1);

    private final Supplier<Optional<Node>> working;
    private final Mirror mirror;
    private final FakeGrants grants;
    private final InstantSource clock;
    private final Map<String, Instant> claims = new HashMap<>();

    GrantJudge(Supplier<Optional<Node>> working, Mirror mirror, FakeGrants grants, InstantSource clock) {
        this.working = working;
        this.mirror = mirror;
        this.grants = grants;
        this.clock = clock;
    }

    /** Notes who claims a renewal, and when, as clocks go that nobody sets. */
    void judge(Write write) {
        if (!(write instanceof Write.Put put) || working.get().isEmpty()) {
            return;
        }
        String claim = Fields.of(put.record().payload()).text("claim");
        String before =
                mirror.fields(write.key()).map(fields -> fields.text("claim")).orElse("");
        if (!claim.isEmpty() && !claim.equals(before)) {
            claims.put(working.get().get().life(), clock.instant());
        }
    }

    /** A node does not send what it had claimed, or has nothing to claim. */
    void forget(Node node) {
        claims.remove(node.life());
    }

    /** A token is only sent while nobody else can have taken the claim over (H25). */
    void sent(Node node) {
        Optional<Instant> claimed = Optional.ofNullable(claims.remove(node.life()));
        require(
                claimed.filter(at -> at.plus(MAY_BE_SENT).isBefore(clock.instant()))
                        .isEmpty(),
                "a refresh token is sent by a node that was held up for too long: " + node);
    }

    /** A user is only asked where the token that is stored is no good any more (H25), and is told why it is not (H26). */
    void lost(List<Write> batch, String why) {
        for (Write write : batch) {
            if (write instanceof Write.Put put && put.key().collection().equals(Mirror.CREDENTIAL)) {
                String token = Fields.of(put.record().payload()).text("refresh");
                require(!grants.isGood(token), "a user is asked though the grant is good");
                require(
                        !grants.isSpent(token) || why.equals("ROTATION_LOST"),
                        "a user is told " + why + ", and it was us who lost the token");
            }
        }
    }
}
