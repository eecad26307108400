package io.calendarsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.model.ShowAs;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BusyPolicyTest {

    private static final BusyPolicy STANDARD = BusyPolicy.standard();
    private static final BusyPolicy LENIENT =
            STANDARD.tentative(false).unanswered(false).allDay(false);
    private static final EventTime HOUR =
            EventTime.Timed.of(LocalDateTime.of(2026, 3, 2, 9, 0), ZoneOffset.UTC, Duration.ofHours(1));
    private static final EventTime DAY = new EventTime.AllDay(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));

    @ParameterizedTest
    @CsvSource({
        "FREE, false, false", "BUSY, true, true", "TENTATIVE, true, false",
        "OUT_OF_OFFICE, true, true", "WORKING_ELSEWHERE, false, false", "UNKNOWN, true, true"
    })
    void whatIsShown_decides(ShowAs shown, boolean standard, boolean lenient) {
        Event event = event(builder -> builder.showAs(shown));

        assertThat(STANDARD.blocks(event)).isEqualTo(standard);
        assertThat(LENIENT.blocks(event)).isEqualTo(lenient);
    }

    @ParameterizedTest
    @CsvSource({
        "NEEDS_ACTION, true, false",
        "ACCEPTED, true, true",
        "DECLINED, false, false",
        "TENTATIVE, true, false",
        "DELEGATED, true, true"
    })
    void theOwnersAnswer_decides(ParticipationStatus answer, boolean standard, boolean lenient) {
        Event event = event(builder -> builder.participants(answered(answer, ParticipationStatus.ACCEPTED)));

        assertThat(STANDARD.blocks(event)).isEqualTo(standard);
        assertThat(LENIENT.blocks(event)).isEqualTo(lenient);
    }

    @Test
    void theAnswersOfOthers_doNot() {
        Event event = event(
                builder -> builder.participants(answered(ParticipationStatus.ACCEPTED, ParticipationStatus.DECLINED)));

        assertThat(LENIENT.blocks(event)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ShowAs.class)
    void whatIsCancelled_neverBlocks(ShowAs shown) {
        Event event = event(builder -> builder.showAs(shown).status(EventStatus.CANCELLED));

        assertThat(STANDARD.workingElsewhere(true).blocks(event)).isFalse();
    }

    @Test
    void whatMayTakePlace_blocksAsThePolicySays() {
        Event event = event(builder -> builder.status(EventStatus.TENTATIVE));

        assertThat(STANDARD.blocks(event)).isTrue();
        assertThat(LENIENT.blocks(event)).isFalse();
    }

    @Test
    void wholeDays_blockAsThePolicySays_butBeingAwayAlways() {
        Event day = event(builder -> builder.time(DAY));
        Event away = event(builder -> builder.time(DAY).showAs(ShowAs.OUT_OF_OFFICE));

        assertThat(STANDARD.blocks(day)).isTrue();
        assertThat(LENIENT.blocks(day)).isFalse();
        assertThat(LENIENT.blocks(away)).isTrue();
    }

    @Test
    void workingElsewhere_blocksWhereThePolicySaysSo() {
        Event event = event(builder -> builder.showAs(ShowAs.WORKING_ELSEWHERE));

        assertThat(STANDARD.workingElsewhere(true).blocks(event)).isTrue();
    }

    @Test
    void anAgeOfNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.staleAfter(Duration.ZERO))
                .withMessageContaining("staleAfter");
    }

    private static Event event(UnaryOperator<EventBuilder> content) {
        return content.apply(Event.builder(new EventRef(new CalendarId("a-b-c"), "e"), HOUR))
                .build();
    }

    private static Participants answered(ParticipationStatus own, ParticipationStatus others) {
        return new Participants(
                Optional.empty(), List.of(attendee("ben", others, false), attendee("anna", own, true)), true);
    }

    private static Attendee attendee(String name, ParticipationStatus status, boolean self) {
        return new Attendee(new Person("mailto:" + name + "@example.org", name), AttendeeRole.REQUIRED, status, self);
    }
}
