package io.calendarsync.testkit.sim;

import static io.calendarsync.testkit.sim.CalendarJudge.require;

import io.calendarsync.engine.publish.Names;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.Mail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges the mails the provider has sent: none about what the host asked for no mail about (H35). Confined. */
final class MailJudge {

    private final World world;
    private final Names names;
    private final Map<FakeCalendar, Integer> read = new HashMap<>();

    MailJudge(World world, Names names) {
        this.world = world;
        this.names = names;
    }

    /** Looks at the mails that were sent since it last did. */
    void look() {
        for (Remote remote : world.remotes()) {
            List<Mail> mails = remote.calendar().mails();
            int from = read.getOrDefault(remote.calendar(), 0);
            read.put(remote.calendar(), mails.size());
            mails.subList(from, mails.size()).forEach(this::judge);
        }
    }

    private void judge(Mail mail) {
        boolean asked = world.remotes().stream()
                .map(remote -> names.of(remote.owner(), Author.ANNOUNCED, remote.id(), 0))
                .anyMatch(name -> name.marker().equals(mail.marker()));
        require(asked, "somebody was mailed though nobody asked for it: about " + mail.eventId());
    }
}
