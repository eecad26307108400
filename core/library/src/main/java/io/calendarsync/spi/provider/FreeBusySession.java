package io.calendarsync.spi.provider;

import io.calendarsync.model.Interval;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A session with a provider that tells when calendars are busy, of which it may not show events.
 *
 * @since 0.1
 */
public interface FreeBusySession extends ProviderSession {

    /**
     * {@return when calendars are busy, for each that was asked about}
     *
     * @param calendars ids of calendars or addresses of accounts
     * @param within which time
     */
    Map<String, FreeBusy> freeBusy(Collection<String> calendars, Interval within);

    /** What is known of one calendar. */
    sealed interface FreeBusy {

        /** When it is busy: sorted, half-open, within what was asked. */
        record Busy(List<Interval> busy) implements FreeBusy {
            /**
             * Copies the list.
             *
             * @param busy sorted, half-open, within what was asked
             */
            public Busy {
                busy = List.copyOf(busy);
            }
        }

        /** It is not known, which is not the same as free; one sentence says why. */
        record Unknown(String why) implements FreeBusy {}
    }
}
