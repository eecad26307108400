package io.calendarsync.engine.agenda;

import static io.calendarsync.engine.agenda.Some.occurrence;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.recurrence.Occurrence;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingsTest {

    @Test
    void theSameUidAndStartInTwoCalendars_isOneMeeting_asLongAsTheLongerOfTheTwo() {
        Occurrence shorter = occurrence("a", "review", 9, 10);
        Occurrence longer = occurrence("b", "review", 9, 11);

        assertThat(Meetings.once(List.of(shorter, longer))).containsExactly(longer);
        assertThat(Meetings.once(List.of(longer, shorter))).containsExactly(longer);
    }

    @Test
    void ofTwoThatAreAlike_theFirstCalendarKeepsIt_inWhateverOrderTheyAreRead() {
        Occurrence a = occurrence("a", "review", 9, 10);
        Occurrence b = occurrence("b", "review", 9, 10);

        assertThat(Meetings.once(List.of(a, b))).containsExactly(a);
        assertThat(Meetings.once(List.of(b, a))).containsExactly(a);
    }

    @Test
    void otherInstants_otherUids_andTheSameCalendar_areOtherMeetings() {
        List<Occurrence> all = List.of(
                occurrence("a", "review", 9, 10),
                occurrence("b", "review", 10, 11),
                occurrence("b", "talk", 9, 10),
                occurrence("a", "twice", 9, 10),
                occurrence("a", "twice", 9, 10));

        assertThat(Meetings.once(all)).isEqualTo(all);
    }
}
