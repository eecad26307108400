package io.calendarsync.ics.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleValueTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY",
                "freq=weekly;byday=mo",
                "COUNT=007;FREQ=MONTHLY;BYDAY=+1MO,-1SU;WKST=SU",
                "FREQ=YEARLY;UNTIL=20280229",
                "FREQ=YEARLY;UNTIL=20280229T235960Z;BYYEARDAY=-366,366;BYWEEKNO=53,-53",
                "FREQ=MINUTELY;BYSECOND=0,60;BYMINUTE=59;BYHOUR=23,0",
                "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5L;SKIP=BACKWARD",
                "RSCALE=ETHIOPIC;FREQ=MONTHLY;BYMONTH=13"
            })
    void a_rule_is_written_as_received(String rule) {
        assertThat(RuleValue.of(rule)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;BYDAY=MO, TU       | FREQ=DAILY;BYDAY=MO,TU",
                "RRULE:FREQ=DAILY;             | FREQ=DAILY",
                "FREQ=DAILY;INTERVAL=0         | FREQ=DAILY",
                "FREQ=DAILY;COUNT=0            | FREQ=DAILY;COUNT=1",
                "FREQ=DAILY;COUNT=3;COUNT=9    | FREQ=DAILY;COUNT=3",
                "FREQ=DAILY;BYMONTH=14,2       | FREQ=DAILY;BYMONTH=2",
                "FREQ=DAILY;BYMONTH=14         | FREQ=DAILY",
                "FREQ=DAILY;X-EVIL=1;FOO=2;BAR | FREQ=DAILY",
                "FREQ=DAILY;UNTIL=20280101T0930Z | FREQ=DAILY;UNTIL=20280101T093000Z",
            })
    void of_what_is_no_rule_what_is_read_of_it_is_written(String rule, String written) {
        assertThat(RuleValue.of(rule)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "COUNT=3",
                "FREQ=SOMETIMES",
                "FREQ=DAILY;UNTIL=soon",
                "FREQ=DAILY;UNTIL=20270230",
                "\r\nEND:VEVENT"
            })
    void what_cannot_be_read_is_not_written(String rule) {
        assertThat(RuleValue.of(rule)).isEmpty();
    }

    @Test
    void a_rule_of_thousands_of_values_costs_no_stack() {
        String many = IntStream.range(0, 6_000).mapToObj(i -> "1").collect(Collectors.joining(","));

        assertThat(RuleValue.of("FREQ=DAILY;BYMONTH=" + many)).isPresent();
        assertThat(RuleValue.of("FREQ=DAILY;BYMONTH=" + many + "," + many)).isEmpty();
    }
}
