package io.calendarsync.recurrence;

import static io.calendarsync.recurrence.SeriesOf.days;
import static io.calendarsync.recurrence.SeriesOf.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Degradation;
import io.calendarsync.model.Degradation.Reason;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rules that are not written by the book. */
class RuleParserTest {

    /** The start is a Tuesday. */
    private static SeriesOf ruled(String rule) {
        return hours("20260106T090000", ZoneOffset.UTC).rule(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3",
                "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3",
                "rrule:freq=weekly;byday=mo,tu;count=3",
                " FREQ = WEEKLY; BYDAY = MO, TU ; COUNT=3 ",
                "FREQ=WEEKLY;BYDAY=TU,MO,TU,TU;COUNT=3;",
                "RSCALE=GREGORIAN;FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3;SKIP=OMIT",
                "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3;X-OWN=7",
                "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=MO,TU;COUNT=3",
            })
    void waysToWriteARule_areOneRule(String text) {
        assertThat(ruled(text).starts()).containsExactly("20260106T090000", "20260112T090000", "20260113T090000");
        assertThat(ruled(text).build().degradations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;INTERVAL=0;COUNT=2 | rule: INTERVAL is not 1 or more",
                "FREQ=DAILY;INTERVAL=-3;COUNT=2 | rule: INTERVAL is not 1 or more",
                "FREQ=DAILY;COUNT=2;UNTIL=20260201 | rule: both COUNT and UNTIL, whichever ends first holds",
                "FREQ=DAILY;COUNT=2;BYYEARDAY=100 | rule: BYYEARDAY does not fit FREQ=DAILY",
                "FREQ=DAILY;COUNT=2;BYWEEKNO=20 | rule: BYWEEKNO does not fit FREQ=DAILY",
                "FREQ=DAILY;COUNT=2;BYSETPOS=1 | rule: BYSETPOS without another BY part",
                "FREQ=DAILY;COUNT=2;BYMONTH=13 | rule: BYMONTH has a value it must not have",
                "FREQ=DAILY;COUNT=2;BYDAY=XX | rule: BYDAY has a value it must not have",
                "FREQ=DAILY;COUNT=2;BYDAY=2TU,WE | rule: BYDAY counts days where it cannot",
                "FREQ=DAILY;COUNT=2;WKST=1MO | rule: WKST is not a day of the week",
                "FREQ=DAILY;COUNT=2;BYEASTER=0 | rule: an unknown part",
                "FREQ=DAILY;COUNT=2;NONSENSE | rule: an unknown part",
                "FREQ=DAILY;COUNT=2;COUNT=9 | rule: a part twice",
            })
    void illegalParts_areLeftOut_andTold(String text, String complaint) {
        assertThat(ruled(text).starts()).containsExactly("20260106T090000", "20260107T090000");
        assertThat(ruled(text).build().degradations())
                .containsExactly(new Degradation(Reason.UNREADABLE_RULE, complaint));
    }

    @Test
    void daysOfTheMonthInAWeeklyRule_areLeftOut() {
        assertThat(ruled("FREQ=WEEKLY;BYMONTHDAY=20;COUNT=2").starts())
                .containsExactly("20260106T090000", "20260113T090000");
    }

    @Test
    void countOfNone_leavesTheStart() {
        assertThat(ruled("FREQ=DAILY;COUNT=0").starts()).containsExactly("20260106T090000");
        assertThat(ruled("FREQ=DAILY;COUNT=0").build().degradations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "COUNT=3",
                "FREQ=FORTNIGHTLY",
                "FREQ=DAILY;UNTIL=tomorrow",
                "FREQ=DAILY;UNTIL=20261340",
                "FREQ=DAILY;UNTIL=",
                "FREQ=DAILY;UNTIL",
                "RSCALE=CHINESE;FREQ=YEARLY",
                "\u0000\uD800",
            })
    void unreadableRule_leavesTheStart_andSaysWhy(String text) {
        Series series = ruled(text).build();

        assertThat(ruled(text).starts()).containsExactly("20260106T090000");
        assertThat(series.degradations()).extracting(Degradation::reason).contains(Reason.UNREADABLE_RULE);
        assertThat(series.end()).isPresent();
    }

    @Test
    void oneUnreadableRule_leavesTheOthers() {
        assertThat(ruled("FREQ=DAILY;COUNT=2").rule("FREQ=NEVER").starts()).hasSize(2);
    }

    @Test
    void timesOfDay_meanNothingToWholeDays() {
        assertThat(days("20260106")
                        .rule("FREQ=DAILY;COUNT=2;BYHOUR=9,17;BYMINUTE=30")
                        .starts())
                .containsExactly("20260106T000000", "20260107T000000");
        assertThat(days("20260106").rule("FREQ=HOURLY;COUNT=2").starts()).containsExactly("20260106T000000");
    }

    @Test
    void leapSecond_isReadAsTheLastSecond() {
        assertThat(ruled("FREQ=DAILY;COUNT=2;BYSECOND=60").starts())
                .containsExactly("20260106T090000", "20260106T090059");
    }

    @Test
    void datesThatDoNotExist_areLeftOutOrSkippedTo() {
        assertThat(hours("20260131T090000", ZoneOffset.UTC)
                        .rule("FREQ=MONTHLY;COUNT=3")
                        .starts())
                .containsExactly("20260131T090000", "20260331T090000", "20260531T090000");
        assertThat(hours("20260131T090000", ZoneOffset.UTC)
                        .rule("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=3")
                        .starts())
                .containsExactly("20260131T090000", "20260228T090000", "20260331T090000");
        assertThat(hours("20240229T090000", ZoneOffset.UTC)
                        .rule("RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD;COUNT=3")
                        .starts())
                .containsExactly("20240229T090000", "20250301T090000", "20260301T090000");
        assertThat(hours("20240229T090000", ZoneOffset.UTC)
                        .rule("FREQ=YEARLY;COUNT=2")
                        .starts())
                .containsExactly("20240229T090000", "20280229T090000");
    }

    @Test
    void week53_existsInSomeYearsOnly() {
        assertThat(hours("20201228T090000", ZoneOffset.UTC)
                        .rule("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=3")
                        .starts())
                .containsExactly("20201228T090000", "20261228T090000", "20321227T090000");
    }

    @Test
    void fridayTheThirteenthOfAYear_isOfEveryMonth() {
        assertThat(hours("20260213T090000", ZoneOffset.UTC)
                        .rule("FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=13;COUNT=4")
                        .starts())
                .containsExactly("20260213T090000", "20260313T090000", "20261113T090000", "20270813T090000");
    }

    @Test
    void dayOfTheMonthOfAYear_isOfTheMonthOfTheStart() {
        assertThat(hours("20251225T090000", ZoneOffset.UTC)
                        .rule("FREQ=YEARLY;BYMONTHDAY=25;COUNT=2")
                        .starts())
                .containsExactly("20251225T090000", "20261225T090000");
    }

    @Test
    void complaints_doNotRepeatTheEvent() {
        List<Degradation> complaints =
                ruled("FREQ=DAILY;BYDAY=SECRET;X=SECRET;COUNT=1").build().degradations();

        assertThat(complaints).extracting(Degradation::detail).noneMatch(detail -> detail.contains("SECRET"));
    }
}
