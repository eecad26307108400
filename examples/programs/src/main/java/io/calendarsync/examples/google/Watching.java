package io.calendarsync.examples.google;

import io.calendarsync.CalendarConnection;
import io.calendarsync.WatchStatus;
import java.util.HashMap;
import java.util.Map;

/** Follows how watches stand, and prints each that stands otherwise than before. Confined to one thread. */
final class Watching {

    private final Accounts accounts;
    private final Telling telling;
    private final Map<String, WatchStatus> told = new HashMap<>();

    Watching(Accounts accounts, Telling telling) {
        this.accounts = accounts;
        this.telling = telling;
    }

    /** Returns what to call what is watched. */
    static String name(Accounts accounts, WatchStatus watch) {
        return watch.calendar()
                .flatMap(id -> accounts.calendars().stream()
                        .filter(calendar -> calendar.id().equals(id))
                        .findFirst())
                .map(accounts::name)
                .orElseGet(() -> list(accounts, watch));
    }

    private static String list(Accounts accounts, WatchStatus watch) {
        return accounts.connections().stream()
                        .filter(connection -> connection.id().equals(watch.connection()))
                        .map(CalendarConnection::label)
                        .findFirst()
                        .orElse("account")
                + " (list of calendars)";
    }

    /** Looks at all watches; those that are replaced stay silent, since another has taken their place. */
    void look() {
        for (CalendarConnection connection : accounts.connections()) {
            for (WatchStatus watch : accounts.sync().watches().of(connection.id())) {
                String name = name(accounts, watch);
                WatchStatus before = told.put(name, watch);
                if (before == null || !before.equals(watch)) {
                    telling.print(to -> Lines.watch(to, name, watch));
                }
            }
        }
    }

    /** Has all watches looked at now, without waiting for their turn. */
    void ensure() {
        accounts.connections().forEach(connection -> accounts.sync().watches().ensure(connection.id(), false));
    }
}
