package io.calendarsync.ics.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.calendarsync.ics.AddressPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialerTest {

    private static final Deadline DEADLINE = Deadline.in(Duration.ofSeconds(10));

    private final Resolver resolver = mock(Resolver.class);
    private final Connector connector = mock(Connector.class);
    private final Dialer dialer = new Dialer(resolver, AddressPolicy.publicOnly(), connector);

    private static InetAddress ip(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static FeedAddress feed(String uri) {
        try {
            return FeedAddress.of(URI.create(uri));
        } catch (FeedAddress.Unusable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_address_that_was_checked_is_the_one_connected_to() throws Exception {
        Socket connected = new Socket();
        when(resolver.resolve("feeds.example")).thenReturn(List.of(ip("8.8.8.8")));
        when(connector.connect(ip("8.8.8.8"), 443, DEADLINE)).thenReturn(connected);

        assertThat(dialer.dial(feed("https://feeds.example/a"), DEADLINE)).isSameAs(connected);
        verify(resolver, times(1)).resolve("feeds.example");
        verifyNoMoreInteractions(resolver);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::ffff:127.0.0.1", "::1", "169.254.169.254", "10.0.0.1", "64:ff9b::a00:1"})
    void nothing_is_connected_to_a_denied_address(String address) throws Exception {
        when(resolver.resolve("feeds.example")).thenReturn(List.of(ip(address)));

        assertThatThrownBy(() -> dialer.dial(feed("https://feeds.example/a"), DEADLINE))
                .isInstanceOf(Dialer.Denied.class);
        verify(connector, never()).connect(any(), anyInt(), any());
    }

    @Test
    void one_denied_address_denies_the_name() throws Exception {
        when(resolver.resolve("feeds.example")).thenReturn(List.of(ip("8.8.8.8"), ip("10.0.0.1")));

        assertThatThrownBy(() -> dialer.dial(feed("https://feeds.example/a"), DEADLINE))
                .isInstanceOf(Dialer.Denied.class);
        verify(connector, never()).connect(any(), anyInt(), any());
    }

    @Test
    void a_name_that_changes_its_address_after_the_check_gains_nothing() throws Exception {
        Socket connected = new Socket();
        when(resolver.resolve("feeds.example")).thenReturn(List.of(ip("8.8.8.8")), List.of(ip("127.0.0.1")));
        when(connector.connect(any(), anyInt(), any())).thenReturn(connected);

        dialer.dial(feed("http://feeds.example/a"), DEADLINE);
        assertThatThrownBy(() -> dialer.dial(feed("http://feeds.example/a"), DEADLINE))
                .isInstanceOf(Dialer.Denied.class);

        verify(connector).connect(ip("8.8.8.8"), 80, DEADLINE);
        verifyNoMoreInteractions(connector);
    }

    @Test
    void the_next_address_is_tried_where_one_does_not_answer() throws Exception {
        Socket connected = new Socket();
        when(resolver.resolve(anyString())).thenReturn(List.of(ip("2606:4700::1111"), ip("1.1.1.1")));
        when(connector.connect(ip("2606:4700::1111"), 80, DEADLINE)).thenThrow(new ConnectException("refused"));
        when(connector.connect(ip("1.1.1.1"), 80, DEADLINE)).thenReturn(connected);

        assertThat(dialer.dial(feed("http://feeds.example/a"), DEADLINE)).isSameAs(connected);
    }

    @Test
    void a_name_with_many_dead_addresses_is_given_up() throws Exception {
        when(resolver.resolve(anyString()))
                .thenReturn(List.of(ip("1.1.1.1"), ip("1.1.1.2"), ip("1.1.1.3"), ip("1.1.1.4"), ip("1.1.1.5")));
        when(connector.connect(any(), anyInt(), any())).thenThrow(new ConnectException("refused"));

        assertThatThrownBy(() -> dialer.dial(feed("http://feeds.example/a"), DEADLINE))
                .isInstanceOf(IOException.class);
        verify(connector, times(4)).connect(any(), anyInt(), any());
    }

    /** Whatever these mean to the platform, it is what they mean that is checked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://127.1/",
                "http://127.0.1/",
                "http://0/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://167772161/"
            })
    void unusual_spellings_reach_nothing_inside(String uri) throws Exception {
        Dialer real = new Dialer(Resolver.system(), AddressPolicy.publicOnly(), connector);

        assertThatThrownBy(() -> real.dial(feed(uri), DEADLINE)).isInstanceOf(Dialer.Denied.class);
        verify(connector, never()).connect(any(), anyInt(), any());
    }
}
