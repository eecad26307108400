package io.calendarsync.testkit.provider;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.NotificationRequest;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.TransientFailure;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.SessionContext;
import java.util.List;
import java.util.Optional;

/** Providers that get one thing wrong about what the provider refused or sent. */
final class BrokenAnswers {

    private BrokenAnswers() {}

    /** Answers for a calendar that is not found as if it were empty. */
    static final class TakesAMissingCalendarForEmpty extends DelegatingSession {
        TakesAMissingCalendarForEmpty(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            try {
                return whole.changes(calendar, from);
            } catch (NotFound missing) {
                return new ChangePage(Coverage.LISTING, List.of(), new Position.Cursor("empty"));
            }
        }
    }

    /** Answers for an event that is not found as if the calendar were not. */
    static final class TakesAMissingEventForAMissingCalendar extends DelegatingSession {
        TakesAMissingEventForAMissingCalendar(ProviderSession whole) {
            super(whole);
        }

        @Override
        public Optional<Event> fetch(String calendar, String eventId) {
            Optional<Event> event = whole.fetch(calendar, eventId);
            if (event.isEmpty()) {
                throw new NotFound("not found", FaultSource.of("fake"));
            }
            return event;
        }
    }

    /** Asks again by itself. */
    static final class RetriesByItself extends DelegatingSession {
        RetriesByItself(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            try {
                return whole.changes(calendar, from);
            } catch (TransientFailure again) {
                return whole.changes(calendar, from);
            }
        }
    }

    /** Does not read how long it is to wait. */
    static final class ForgetsThePause extends DelegatingSession {
        ForgetsThePause(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            try {
                return whole.changes(calendar, from);
            } catch (RateLimited limited) {
                FaultSource source = limited.source();
                throw new RateLimited(
                        "too many requests",
                        FaultSource.of(source.provider())
                                .connection(source.connection())
                                .status(source.httpStatus()));
            }
        }
    }

    /** Takes a server's trouble for the request's. */
    static final class BlamesTheRequest extends DelegatingSession {
        BlamesTheRequest(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            try {
                return whole.changes(calendar, from);
            } catch (ProviderUnavailable unavailable) {
                throw new InvalidRequest("refused", unavailable.source());
            }
        }
    }

    /** Says in every fault which address was asked. */
    static final class ShowsTheAddress extends DelegatingSession {
        private final Credential credential;

        ShowsTheAddress(ProviderSession whole, SessionContext context) {
            super(whole);
            this.credential = context.credential();
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            try {
                return whole.changes(calendar, from);
            } catch (CalendarSyncException fault) {
                throw new ProviderUnavailable(
                        "GET " + ((Credential.Feed) credential).address() + " failed", fault.source());
            }
        }
    }

    /** Takes every request for a notification. */
    static final class TakesEveryRequestForItsOwn extends BrokenProvider {
        TakesEveryRequestForItsOwn(CalendarProvider whole) {
            super(whole, (session, context) -> session);
        }

        @Override
        public Optional<PushDialect> push() {
            return whole.push().map(dialect -> request -> own(dialect.read(request), request));
        }

        private static PushDialect.Reading own(PushDialect.Reading reading, NotificationRequest request) {
            return reading instanceof PushDialect.Reading.Foreign
                    ? new PushDialect.Reading.Notices(
                            List.of(new PushDialect.Notice(request.path(), request.rawQuery())))
                    : reading;
        }
    }
}
