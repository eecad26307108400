package io.calendarsync.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.calendarsync.AccessDenied;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcsFeedProviderTest {

    private static final Position START =
            new Position.Start(new SyncWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
    private static final String FEED =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260301\nEND:VEVENT\nEND:VCALENDAR\n";

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(folder.resolve("feeds"));
    }

    private static ProviderSession open(IcsFeedProvider provider, URI address) {
        return provider.open(new SessionContext(
                new ConnectionId("c1"), new Credential.Feed(address, ZoneOffset.UTC), InstantSource.system()));
    }

    private ChangePage readFile(URI address) {
        return open(IcsFeedProvider.builder().allowFiles(root).build(), address).changes("feed", START);
    }

    @Test
    void it_is_named_ics_unless_the_host_names_it() {
        assertThat(IcsFeedProvider.builder().build().id()).isEqualTo(new ProviderId("ics"));
        assertThat(IcsFeedProvider.builder()
                        .id(new ProviderId("holidays"))
                        .build()
                        .id())
                .isEqualTo(new ProviderId("holidays"));
        assertThat(IcsFeedProvider.builder().build().push()).isEmpty();
    }

    @Test
    void files_are_read_only_if_the_host_allows_them() {
        assertThat(IcsFeedProvider.builder().build().feedSchemes())
                .containsExactlyInAnyOrder("http", "https", "webcal", "webcals");
        assertThat(IcsFeedProvider.builder().allowFiles(root).build().feedSchemes())
                .contains("file");
        assertThatThrownBy(() -> open(IcsFeedProvider.builder().build(), root.toUri()))
                .isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/secret", "mailto:secret@example.com", "secret", "jar:file:/secret!/a"})
    void other_addresses_are_refused_and_not_shown(String address) {
        InvalidRequest fault = catchThrowableOfType(
                InvalidRequest.class, () -> open(IcsFeedProvider.builder().build(), URI.create(address)));

        assertThat(fault).hasMessageNotContaining("secret");
    }

    @Test
    void a_file_is_a_feed() throws IOException {
        Path file = Files.writeString(root.resolve("team.ics"), FEED);

        assertThat(readFile(file.toUri()).changes()).hasSize(1);
        assertThat(open(IcsFeedProvider.builder().allowFiles(root).build(), file.toUri())
                        .account()
                        .label())
                .isEqualTo("team.ics");
    }

    @Test
    void files_outside_the_folder_are_not_read_by_any_way() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret.ics"), FEED);
        Path link = Files.createSymbolicLink(root.resolve("link.ics"), outside);

        assertThatThrownBy(() -> readFile(outside.toUri())).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readFile(link.toUri())).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readFile(URI.create(root.toUri() + "../secret.ics")))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readFile(root.toUri())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_file_that_is_not_there_is_not_found_and_not_named() {
        CalendarSyncException fault = catchThrowableOfType(
                NotFound.class, () -> readFile(root.resolve("gone.ics").toUri()));

        assertThat(fault).hasMessageNotContaining("gone").hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file://host/share/a.ics", "file:a.ics", "file:///a.ics?x"})
    void a_file_address_that_names_no_file_is_refused(String address) {
        assertThatThrownBy(() -> readFile(URI.create(address))).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void a_file_too_large_is_refused() throws IOException {
        Path file = Files.writeString(root.resolve("large.ics"), FEED.repeat(10));
        IcsFeedProvider provider = IcsFeedProvider.builder()
                .allowFiles(root)
                .limits(FeedLimits.defaults().withBytes(100, 100))
                .build();

        assertThatThrownBy(() -> open(provider, file.toUri()).changes("feed", START))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void an_account_is_told_from_others_by_its_whole_address() {
        IcsFeedProvider provider = IcsFeedProvider.builder().build();
        String one = open(provider, URI.create("https://feeds.example/a?k=1"))
                .account()
                .id();

        assertThat(open(provider, URI.create("https://feeds.example/a?k=1"))
                        .account()
                        .id())
                .isEqualTo(one);
        assertThat(open(provider, URI.create("https://feeds.example/a?k=2"))
                        .account()
                        .id())
                .isNotEqualTo(one);
    }

    @Test
    void nonsense_is_refused_by_the_builder() {
        IcsFeedProvider.Builder builder = IcsFeedProvider.builder();

        assertThatThrownBy(() -> builder.pageSize(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.userAgent("a\r\nb: c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.timeouts(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeedLimits.defaults().withEvents(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeedLimits.defaults().withBytes(1, 1L << 31))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
