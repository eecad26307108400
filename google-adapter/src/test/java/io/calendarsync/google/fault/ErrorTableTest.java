package io.calendarsync.google.fault;

import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.START;
import static io.calendarsync.google.GoogleServer.json;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.calendarsync.AccessDenied;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.Misconfigured;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.TransientFailure;
import io.calendarsync.google.GoogleServer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every status and reason Google documents becomes the fault it means. */
class ErrorTableTest {

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    private static CalendarSyncException refused(ResponseDefinitionBuilder answer) {
        GOOGLE.answersAll(answer);
        return catchThrowableOfType(
                CalendarSyncException.class, () -> GOOGLE.session().changes(CALENDAR, START));
    }

    @ParameterizedTest
    @CsvSource({
        "400,timeRangeEmpty,InvalidRequest",
        "400,required,InvalidRequest",
        "403,userRateLimitExceeded,RateLimited",
        "403,rateLimitExceeded,RateLimited",
        "403,RATE_LIMIT_EXCEEDED,RateLimited",
        "403,RateLimitExceeded,RateLimited",
        "403,quotaExceeded,RateLimited",
        "403,dailyLimitExceeded,Misconfigured",
        "403,dailyLimitExceededUnreg,Misconfigured",
        "403,accessNotConfigured,Misconfigured",
        "403,SERVICE_DISABLED,Misconfigured",
        "403,forbiddenForNonOrganizer,AccessDenied",
        "403,forbiddenForServiceAccounts,AccessDenied",
        "403,insufficientPermissions,AccessDenied",
        "403,ACCESS_TOKEN_SCOPE_INSUFFICIENT,AccessDenied",
        "403,forbidden,AccessDenied",
        "403,requiredAccessLevel,AccessDenied",
        "404,notFound,NotFound",
        "408,timeout,ProviderUnavailable",
        "409,conflict,ProviderUnavailable",
        "412,conditionNotMet,StaleVersion",
        "429,rateLimitExceeded,RateLimited",
        "429,userRateLimitExceeded,RateLimited",
        "500,backendError,ProviderUnavailable",
        "502,backendError,ProviderUnavailable",
        "503,backendError,ProviderUnavailable",
        "504,backendError,ProviderUnavailable",
        "302,moved,ProviderUnavailable"
    })
    void a_refusal_becomes_the_fault_it_means(int status, String reason, String fault) {
        CalendarSyncException refused = refused(refusal(status, reason));

        assertThat(refused.getClass().getSimpleName()).isEqualTo(fault);
        assertThat(refused.source().httpStatus()).isEqualTo(status);
        assertThat(refused.source().connection()).isEqualTo("c1");
        assertThat(GOOGLE.asked()).as("nothing is repeated").hasSize(1);
        assertThat(GOOGLE.spent()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RATE_LIMIT_EXCEEDED", "rate_limit_exceeded", "rateLimitExceeded"})
    void a_reason_is_found_in_the_details_of_newer_answers_too(String reason) {
        CalendarSyncException refused = refused(json(403, """
                {"error":{"code":403,"message":"Quota.","status":"PERMISSION_DENIED",
                "details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"%s","domain":"googleapis.com"}]}}""".formatted(reason)));

        assertThat(refused).isInstanceOf(RateLimited.class);
    }

    @Test
    void a_refusal_without_a_reason_goes_by_its_status() {
        assertThat(refused(json(403, "<html>Forbidden</html>"))).isInstanceOf(AccessDenied.class);
    }

    // How long to wait

    @ParameterizedTest
    @CsvSource({
        "429,rateLimitExceeded,,",
        "429,rateLimitExceeded,17,PT17S",
        "429,rateLimitExceeded,0,PT0S",
        "429,rateLimitExceeded,'Sun, 01 Mar 2026 08:00:30 GMT',PT30S",
        "429,rateLimitExceeded,'Sun, 01 Mar 2026 07:00:00 GMT',PT0S",
        "429,rateLimitExceeded,soon,",
        "403,userRateLimitExceeded,,",
        "403,userRateLimitExceeded,5,PT5S",
        "403,userRateLimitExceeded,0,PT0S",
        "503,backendError,9,PT9S",
        "503,backendError,99999999999999,PT720H"
    })
    void the_pause_that_is_asked_for_goes_along_where_one_is(int status, String reason, String field, String pause) {
        ResponseDefinitionBuilder answer = refusal(status, reason);
        TransientFailure refused =
                (TransientFailure) refused(field == null ? answer : answer.withHeader("Retry-After", field));

        assertThat(refused.retryAfter()).isEqualTo(Optional.ofNullable(pause).map(Duration::parse));
    }

    @ParameterizedTest
    @CsvSource({",PT1H", "5,PT1H", "7200,PT2H"})
    void the_limit_against_misuse_is_left_alone_for_an_hour_at_least(String field, String pause) {
        ResponseDefinitionBuilder answer = refusal(403, "quotaExceeded");
        RateLimited refused = (RateLimited) refused(field == null ? answer : answer.withHeader("Retry-After", field));

        assertThat(refused.retryAfter()).contains(Duration.parse(pause));
    }

    @Test
    void what_is_wrong_with_the_application_is_not_blamed_on_the_user() {
        assertThat(refused(refusal(403, "accessNotConfigured")))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("console");
    }

    @Test
    void what_a_stranger_answers_is_not_quoted() {
        CalendarSyncException refused = refused(refusal(500, "Anna <script> & co"));

        assertThat(refused).isInstanceOf(ProviderUnavailable.class);
        assertThat(refused.getMessage()).doesNotContainIgnoringCase("anna").doesNotContain("Words that may change");
    }
}
