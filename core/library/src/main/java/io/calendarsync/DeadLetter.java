package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.HostKey;
import java.time.Instant;

/**
 * A write that is not tried again until the host says so. Nothing of it is lost.
 *
 * @param id names it
 * @param hostKey what is to be published, or taken back
 * @param revision the revision that is wanted
 * @param calendar where it is to be, or to leave
 * @param kind how it failed
 * @param why one sentence for people
 * @param since when
 * @since 0.1
 */
public record DeadLetter(
        DeadLetterId id,
        HostKey hostKey,
        long revision,
        CalendarId calendar,
        WriteOutcome.Kind kind,
        String why,
        Instant since) {}
