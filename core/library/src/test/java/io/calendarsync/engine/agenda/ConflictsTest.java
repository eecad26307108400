package io.calendarsync.engine.agenda;

import static io.calendarsync.engine.agenda.Some.hours;
import static io.calendarsync.engine.agenda.Some.occurrence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.Clash;
import io.calendarsync.InvalidRequest;
import io.calendarsync.recurrence.Occurrence;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    @Test
    void eachPairIsToldOnce_theEarlierFirst_byTheStartOfWhatTheyShare() {
        Occurrence morning = occurrence("a", "morning", 8, 12);
        Occurrence call = occurrence("b", "call", 11, 13);
        Occurrence breakfast = occurrence("a", "breakfast", 8, 9);

        assertThat(Conflicts.among(List.of(call, morning, breakfast)))
                .containsExactly(new Clash(breakfast, morning, hours(8, 9)), new Clash(morning, call, hours(11, 12)));
    }

    @Test
    void whatEndsAsTheOtherBegins_doesNotClash() {
        assertThat(Conflicts.among(List.of(occurrence("a", "one", 8, 9), occurrence("a", "other", 9, 10))))
                .isEmpty();
    }

    @Test
    void instancesOfOneSeries_doNotClashWithEachOther_butWithOnesThatWereMoved() {
        Occurrence first = occurrence("a", "shift", 9, 12);
        Occurrence second = new Occurrence(first.event(), first.recurrenceId(), first.time(), hours(11, 14));
        Occurrence moved = occurrence("a", "shift, moved", 13, 15);

        assertThat(Conflicts.among(List.of(first, second, moved)))
                .containsExactly(new Clash(second, moved, hours(13, 14)));
    }

    @Test
    void moreThanAMillionPairs_areRefusedWithTheWayOut() {
        List<Occurrence> crowd = IntStream.range(0, 1500)
                .mapToObj(i -> occurrence("a", "e" + i, 9, 10))
                .toList();

        assertThatThrownBy(() -> Conflicts.among(crowd))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("shorter interval");
    }
}
