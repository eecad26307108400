package io.calendarsync.examples.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Exit;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.sandbox.SandboxUser;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class VerifyGoogleCommandTest {

    @AutoClose
    private final GoogleSandbox sandbox =
            GoogleSandbox.builder().time(InstantSource.system()).start();

    private final SandboxUser ada = sandbox.user("ada@example.com");

    private Cli verify(Object... more) {
        Object[] words = {"verify-live", "google", "--json", "--sandbox", "--root-url", sandbox.rootUrl()};
        return Cli.run(Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray());
    }

    private static Map<String, String> verdicts(Cli cli) {
        return cli.items().stream()
                .collect(Collectors.toMap(
                        line -> line.path("fact").asText(),
                        line -> line.path("verdict").asText()));
    }

    @Test
    void theSandboxDoesWhatIsDocumented() {
        Cli cli = verify();

        Map<String, String> verdicts = verdicts(cli);
        assertThat(cli.items().stream()
                        .filter(line -> line.path("verdict").asText().equals("contradicted")))
                .isEmpty();
        assertThat(verdicts).hasSize(Fact.values().length);
        assertThat(verdicts.entrySet().stream()
                        .filter(fact -> fact.getValue().equals("notSeen"))
                        .map(Map.Entry::getKey))
                .containsExactly("shortPage");
        assertThat(cli.summary().path("held").asInt()).isEqualTo(Fact.values().length - 1);
        assertThat(cli.exit()).isEqualTo(Exit.FINE);
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void nothingIsLeftBehind() {
        SandboxCalendar primary = ada.primary();
        primary.add("{\"summary\":\"Tea\",\"start\":{\"date\":\"2027-01-10\"},\"end\":{\"date\":\"2027-01-11\"}}");

        verify();

        assertThat(ada.calendars()).extracting(SandboxCalendar::id).containsExactly(primary.id());
        assertThat(alive(primary)).containsExactly("Tea");
        assertThat(ada.refreshTokens()).isEmpty();
        assertThat(sandbox.pushes().channels()).isEmpty();
        assertThat(sandbox.outbox()).isEmpty();
    }

    @Test
    void aCalendarThatIsNamedKeepsWhatWasInItAndNothingElse() {
        SandboxCalendar team = ada.addCalendar("Team");
        team.add("{\"summary\":\"Tea\",\"start\":{\"date\":\"2027-01-10\"},\"end\":{\"date\":\"2027-01-11\"}}");

        Cli cli = verify("--calendar", team.id());

        assertThat(cli.exit()).as(cli.out().toString()).isEqualTo(Exit.FINE);
        assertThat(alive(team)).containsExactly("Tea");
        assertThat(verdicts(cli)).containsEntry("busyNotFound", "notSeen").containsEntry("stale", "held");
    }

    @Test
    void whatIsOtherwiseIsSaid() {
        sandbox.oauth().rotateRefreshTokens(true);
        sandbox.lists().nextPages(1, 0);

        Cli cli = verify();

        JsonNode rotation = cli.items().stream()
                .filter(line -> line.path("fact").asText().equals("noRotation"))
                .findFirst()
                .orElseThrow();
        assertThat(rotation.path("verdict").asText()).isEqualTo("contradicted");
        assertThat(rotation.path("seen").asText()).isEqualTo("a new refresh token came");
        assertThat(verdicts(cli)).containsEntry("shortPage", "held");
        assertThat(cli.exit()).isEqualTo(Exit.REVIEW);
    }

    @Test
    void whoDoesNotConsentIsNotLookedAt() {
        sandbox.oauth().untick("calendar");

        Cli cli = verify();

        assertThat(cli.exit()).isEqualTo(Exit.REFUSED);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasSize(1);
    }

    private static List<String> alive(SandboxCalendar calendar) {
        return calendar.events().stream()
                .filter(event -> !event.path("status").asText().equals("cancelled"))
                .map(event -> event.path("summary").asText())
                .toList();
    }
}
