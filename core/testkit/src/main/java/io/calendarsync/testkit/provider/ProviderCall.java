package io.calendarsync.testkit.provider;

import java.util.EnumSet;
import java.util.Set;

/**
 * One call of the provider SPI that reached the fake.
 *
 * @param number 1 for the first call to this server, then counting up
 * @param kind which method
 * @param account the account's name, empty where the call names none
 * @param calendar the calendar's id, empty where the call names none
 * @param eventId the event's id, empty where the call names none
 * @since 0.1
 */
public record ProviderCall(long number, Kind kind, String account, String calendar, String eventId) {

    /** The methods of the provider SPI. */
    public enum Kind {
        /** {@code CalendarProvider.open}. */
        OPEN(false),
        /** {@code ProviderSession.account}. */
        ACCOUNT(true),
        /** {@code ProviderSession.calendars}. */
        CALENDARS(true),
        /** {@code ProviderSession.changes}. */
        CHANGES(true),
        /** {@code ProviderSession.fetch}. */
        FETCH(true),
        /** {@code WritableSession.create}. */
        CREATE(true),
        /** {@code WritableSession.update}. */
        UPDATE(true),
        /** {@code WritableSession.delete}. */
        DELETE(true),
        /** {@code WritableSession.move}. */
        MOVE(true),
        /** {@code WritableSession.instance}. */
        INSTANCE(true),
        /** {@code ProviderSession.close}. */
        CLOSE(false),
        /** {@code AuthorizationServer.exchange}. */
        EXCHANGE(true),
        /** {@code AuthorizationServer.refresh} and {@code delegate}. */
        REFRESH(true),
        /** {@code AuthorizationServer.revoke}. */
        REVOKE(true),
        /** {@code WatchableSession.watch} and {@code extend}. */
        WATCH(true),
        /** {@code WatchableSession.stop}. */
        STOP(true);

        private static final Set<Kind> WRITES = EnumSet.of(CREATE, UPDATE, DELETE, MOVE);

        private final boolean remote;

        Kind(boolean remote) {
            this.remote = remote;
        }

        /** {@return whether a real adapter would ask its provider} */
        public boolean isRemote() {
            return remote;
        }

        /** {@return whether it changes something} */
        public boolean isWrite() {
            return WRITES.contains(this);
        }
    }
}
