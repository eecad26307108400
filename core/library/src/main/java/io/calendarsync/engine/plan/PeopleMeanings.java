package io.calendarsync.engine.plan;

import static java.util.stream.Collectors.groupingBy;

import io.calendarsync.Meaning;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What two different lists of attendees amount to; somebody is known by address, without one by name. */
final class PeopleMeanings {

    private PeopleMeanings() {}

    static Set<Meaning> of(Participants before, Participants after) {
        Map<String, List<Attendee>> were = byAddress(before);
        Map<String, List<Attendee>> are = byAddress(after);
        Set<String> all = new HashSet<>(were.keySet());
        all.addAll(are.keySet());
        Set<Meaning> meanings = EnumSet.noneOf(Meaning.class);
        for (String who : all) {
            List<Attendee> was = were.getOrDefault(who, List.of());
            List<Attendee> is = are.getOrDefault(who, List.of());
            if (was.size() < is.size()) {
                meanings.add(Meaning.INVITED);
            } else if (was.size() > is.size()) {
                meanings.add(Meaning.UNINVITED);
            } else if (!answers(was).equals(answers(is))) {
                meanings.add(Meaning.RESPONDED);
            }
        }
        // A name, a role, or whether the list is whole.
        return meanings.isEmpty() ? Set.of(Meaning.OTHER) : meanings;
    }

    private static Map<String, List<Attendee>> byAddress(Participants participants) {
        return participants.attendees().stream()
                .collect(groupingBy(attendee -> attendee.person().address().isEmpty()
                        ? attendee.person().name()
                        : attendee.person().address()));
    }

    private static List<ParticipationStatus> answers(List<Attendee> attendees) {
        return attendees.stream().map(Attendee::status).sorted().toList();
    }
}
