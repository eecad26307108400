package io.calendarsync.spi.provider;

import io.calendarsync.model.Event;
import java.util.Optional;

/**
 * What came of a write.
 *
 * @since 0.1
 */
public sealed interface WriteAnswer {

    /** It happened; the event as the provider answered it, with its id and version tag. */
    record Written(Event event) implements WriteAnswer {}

    /** The event is not as the base any more: nothing was written. */
    record Stale() implements WriteAnswer {}

    /**
     * The name of a creation is taken: nothing was written.
     *
     * @param event the event that has it, where the adapter knows; else {@link ProviderSession#fetch} tells by whom
     */
    record Exists(Optional<Event> event) implements WriteAnswer {

        /** Creates the answer of a provider that does not say by whom. */
        public Exists() {
            this(Optional.empty());
        }
    }

    /** There is no such event (any more). The calendar itself is there, or it would have been a fault. */
    record Missing() implements WriteAnswer {}

    /** It cannot be written as wanted, and nothing was: the same again would be refused again. */
    record Refused(Reason reason, String why) implements WriteAnswer {}

    /** Why a write is refused. */
    enum Reason {
        /** Somebody would get a mail nobody asked for, and the provider has no switch. */
        WOULD_MAIL,
        /** The account may not write there, or not that. */
        NOT_ALLOWED,
        /** The provider cannot express what is wanted. */
        NOT_EXPRESSIBLE,
        /** The provider finds it malformed. */
        INVALID
    }
}
