package io.calendarsync.testkit.provider;

import io.calendarsync.FaultSource;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Providers that get one thing wrong about watch channels. */
final class BrokenWatches {

    private BrokenWatches() {}

    /** Does not stop what it was told to stop. */
    static final class ForgetsToStop extends DelegatingSession {
        ForgetsToStop(ProviderSession whole) {
            super(whole);
        }

        @Override
        public void stop(WatchChannel channel) {}
    }

    /** Opens channels under another secret than it was given. */
    static final class MixesUpSecrets extends DelegatingSession {
        MixesUpSecrets(ProviderSession whole) {
            super(whole);
        }

        @Override
        public WatchAnswer watch(WatchRequest request) {
            URI address = request.address();
            return super.watch(
                    new WatchRequest(request.calendar(), request.channel(), "other", address, request.life()));
        }
    }

    /** Tells an end that has passed already, as who takes seconds for milliseconds. */
    static final class TakesSecondsForMilliseconds extends DelegatingSession {
        TakesSecondsForMilliseconds(ProviderSession whole) {
            super(whole);
        }

        @Override
        public WatchAnswer watch(WatchRequest request) {
            return super.watch(request) instanceof WatchAnswer.Granted granted
                    ? new WatchAnswer.Granted(new WatchChannel(
                            granted.channel().id(),
                            granted.channel().resource(),
                            Instant.ofEpochMilli(granted.channel().expires().getEpochSecond())))
                    : super.watch(request);
        }
    }

    /** Fails where it cannot extend. */
    static final class FailsToExtend extends DelegatingSession {
        FailsToExtend(ProviderSession whole) {
            super(whole);
        }

        @Override
        public WatchAnswer extend(WatchRequest request, WatchChannel channel) {
            throw new ProviderUnavailable("not to be extended", FaultSource.of("fake"));
        }
    }

    /** Cannot watch, though its provider can. */
    record OffersNothing(ProviderSession whole) implements ProviderSession {

        @Override
        public Account account() {
            return whole.account();
        }

        @Override
        public CalendarListPage calendars(Position from) {
            return whole.calendars(from);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            return whole.changes(calendar, from);
        }

        @Override
        public Optional<Event> fetch(String calendar, String eventId) {
            return whole.fetch(calendar, eventId);
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
