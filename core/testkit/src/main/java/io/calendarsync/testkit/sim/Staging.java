package io.calendarsync.testkit.sim;

import static io.calendarsync.testkit.sim.CalendarJudge.require;

import io.calendarsync.engine.publish.Names;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.WriteAnswer;
import io.calendarsync.testkit.Dice;
import java.util.HashSet;
import java.util.Set;

/**
 * Another installation of the same host, for trials, that has put things of the same names into the same calendars: they
 * are none of ours (H34). Confined.
 */
final class Staging {

    private final Names names = new Names(() -> "staging");
    private final Set<String> its = new HashSet<>();

    /** Puts some of what the host may ever want into a calendar. */
    void publish(Remote remote, Users users, Dice dice) {
        if (!remote.calendar().behaviour().writing().isAllowed()) {
            return;
        }
        for (HostKey key : Author.things()) {
            if (dice.nextBoolean()) {
                Names.Name name = names.of(remote.owner(), key, remote.id(), 0);
                EventDraft draft = EventDraft.builder()
                        .title("Staged " + key.value())
                        .time(users.time(dice))
                        .build();
                WriteAnswer made = remote.calendar()
                        .create(new Creation(name.name(), name.marker(), draft, Invitations.NONE, false));
                String id = ((WriteAnswer.Written) made).event().ref().eventId();
                its.add(remote.calendar().id() + " " + id);
            }
        }
    }

    /** What it has put there only users may change. */
    void untouched(Remote remote, String eventId) {
        require(
                !its.contains(remote.calendar().id() + " " + eventId),
                "an event of another installation was written to: " + eventId);
    }
}
