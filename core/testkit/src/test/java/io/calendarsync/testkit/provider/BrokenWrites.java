package io.calendarsync.testkit.provider;

import io.calendarsync.NotFound;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Invitations;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.WriteAnswer;
import io.calendarsync.testkit.Dice;
import java.util.HexFormat;
import java.util.Optional;

/** Providers that get one thing wrong about what they write. */
final class BrokenWrites {

    private BrokenWrites() {}

    /** Makes a name of its own for each try. */
    static final class ForgetsNames extends DelegatingSession {
        private static long tries;

        ForgetsNames(ProviderSession whole) {
            super(whole);
        }

        @Override
        public WriteAnswer create(String calendar, Creation creation) {
            String name =
                    HexFormat.of().toHexDigits(Dice.of(++tries).nextLong()).repeat(4);
            return whole instanceof io.calendarsync.spi.provider.WritableSession writable
                    ? writable.create(
                            calendar, new Creation(name, creation.marker(), creation.draft(), creation.invitations()))
                    : super.create(calendar, creation);
        }

        @Override
        public Optional<String> idOf(Creation creation) {
            return Optional.empty();
        }
    }

    /** Writes over whatever is there. */
    static final class WritesOverAnyVersion extends DelegatingSession {
        WritesOverAnyVersion(ProviderSession whole) {
            super(whole);
        }

        @Override
        public WriteAnswer update(String calendar, Event base, EventDraft draft, Invitations invitations) {
            return super.update(calendar, base.toBuilder().etag("").build(), draft, invitations);
        }
    }

    /** Deletes whatever is there. */
    static final class DeletesAnyVersion extends DelegatingSession {
        DeletesAnyVersion(ProviderSession whole) {
            super(whole);
        }

        @Override
        public WriteAnswer delete(String calendar, Event base, Invitations invitations) {
            return super.delete(calendar, base.toBuilder().etag("").build(), invitations);
        }
    }

    /** Takes a calendar that is not there for one without the event. */
    static final class TakesAMissingCalendarForAMissingEvent extends DelegatingSession {
        TakesAMissingCalendarForAMissingEvent(ProviderSession whole) {
            super(whole);
        }

        @Override
        public WriteAnswer delete(String calendar, Event base, Invitations invitations) {
            try {
                return super.delete(calendar, base, invitations);
            } catch (NotFound missing) {
                return new WriteAnswer.Missing();
            }
        }
    }

    /** Replaces the whole event by what a draft says. */
    static final class ClearsWhatIsLeftOpen extends DelegatingSession {
        ClearsWhatIsLeftOpen(ProviderSession whole) {
            super(whole);
        }

        @Override
        public WriteAnswer update(String calendar, Event base, EventDraft draft, Invitations invitations) {
            EventDraft whole = draft.toBuilder()
                    .description(draft.description().orElse(io.calendarsync.model.Text.none()))
                    .build();
            return super.update(calendar, base, whole, invitations);
        }
    }

    /** Tells a write that was lost as one that happened. */
    static final class TriesWritesAgain extends DelegatingSession {
        TriesWritesAgain(ProviderSession whole) {
            super(whole);
        }

        @Override
        public WriteAnswer update(String calendar, Event base, EventDraft draft, Invitations invitations) {
            try {
                return super.update(calendar, base, draft, invitations);
            } catch (io.calendarsync.TransientFailure again) {
                return super.update(calendar, base, draft, invitations);
            }
        }
    }

    /** Forgets to mark what it creates. */
    static final class DropsTheMark extends DelegatingSession {
        DropsTheMark(ProviderSession whole) {
            super(whole);
        }

        @Override
        public WriteAnswer create(String calendar, Creation creation) {
            return super.create(
                    calendar,
                    new Creation(creation.name(), "", creation.draft(), creation.invitations(), creation.mayExist()));
        }
    }
}
