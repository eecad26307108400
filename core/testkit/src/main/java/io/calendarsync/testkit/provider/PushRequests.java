package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.NotificationRequest;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.PushDialect.Notice;
import io.calendarsync.spi.provider.PushDialect.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A provider that sends notifications knows its own, answers handshakes, and believes nothing. */
interface PushRequests extends Starts {

    /** Notifications are offered exactly where the provider sends them. */
    @Test
    default void push_isOfferedExactlyWhereTheStandInNotifies() {
        try (Workbench bench = bench()) {
            assertEquals(
                    bench.standIn() instanceof ProviderUnderTest.Notifies,
                    bench.standIn().provider().push().isPresent(),
                    "a provider has a push dialect where its stand-in can send a notification, and only there");
        }
    }

    /** Requests of nobody's making are recognised as foreign. */
    @Test
    default void push_foreignRequests_areRecognisedAsForeign() {
        try (Workbench bench = bench()) {
            PushDialect dialect = dialect(bench);
            byte[] nothing = {};
            byte[] binary = {0, -1, 13, 10, 0};
            List.of(
                            request("GET", "/", "", Map.of(), nothing),
                            request("POST", "/", "", Map.of(), nothing),
                            request("POST", "/wp-login.php", "a=b&c", Map.of("Accept", List.of("*/*")), binary),
                            request("DELETE", "/notifications", "%zz=&&=", Map.of("X-Other", List.of("")), binary))
                    .forEach(foreign -> assertEquals(new Reading.Foreign(), dialect.read(foreign), foreign::toString));
        }
    }

    /** A notice is read with its channel and its secret. */
    @Test
    default void push_notice_isReadWithItsChannelAndSecret() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.Notifies standIn = bench.standInThat(ProviderUnderTest.Notifies.class);
            PushDialect dialect = dialect(bench);

            assertReads("channel-1", "right", notices(dialect, standIn.notice("channel-1", "right")));
        }
    }

    /** A forged notice is passed on as read, for the library to compare its secret. */
    @Test
    default void push_forgedNotice_isPassedOnAsReadForTheLibraryToCompare() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.Notifies standIn = bench.standInThat(ProviderUnderTest.Notifies.class);
            PushDialect dialect = dialect(bench);

            assertReads("channel-1", "forged", notices(dialect, standIn.notice("channel-1", "forged")));
            assertFalse(
                    notices(dialect, standIn.notice("channel-1", "forged"))
                            .toString()
                            .contains("forged"),
                    "a secret that was read is not shown");
        }
    }

    /** A handshake is answered at once. */
    @Test
    default void push_handshake_isAnsweredAtOnce() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.Notifies standIn = bench.standInThat(ProviderUnderTest.Notifies.class);
            Optional<NotificationRequest> handshake = standIn.handshake("token-123");
            Assumptions.assumeTrue(handshake.isPresent(), "skipped: the provider has no handshake");

            Reading.Handshake reading =
                    assertInstanceOf(Reading.Handshake.class, dialect(bench).read(handshake.orElseThrow()));

            assertTrue(reading.reply().status() / 100 == 2, "a handshake is answered with a status of success");
        }
    }

    /** What a notice tells besides is the provider's own. */
    private static void assertReads(String channel, String secret, List<Notice> notices) {
        assertEquals(List.of(channel), notices.stream().map(Notice::channel).toList(), "the channel of a notice");
        assertEquals(List.of(secret), notices.stream().map(Notice::secret).toList(), "the secret of a notice");
        assertEquals(PushDialect.Kind.CHANGED, notices.get(0).kind(), "what a notice says");
    }

    private static PushDialect dialect(Workbench bench) {
        Optional<PushDialect> dialect = bench.standIn().provider().push();
        Assumptions.assumeTrue(dialect.isPresent(), "skipped: the provider sends no notifications");
        return dialect.orElseThrow();
    }

    private static List<Notice> notices(PushDialect dialect, NotificationRequest request) {
        return assertInstanceOf(Reading.Notices.class, dialect.read(request)).notices();
    }

    private static NotificationRequest request(
            String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
        return new NotificationRequest(method, path, query, headers, body);
    }
}
