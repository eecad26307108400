package io.calendarsync.sandbox.google.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A person with a list of calendars. Confined to the lock of its world. */
public final class Account {

    private final String email;
    private final String subject;
    private final Map<String, ListEntry> entries = new HashMap<>(4);
    private final TreeMap<Long, String> byVersion = new TreeMap<>();
    private long listGeneration;

    Account(String email, String subject) {
        this.email = email;
        this.subject = subject;
    }

    /** The mail address, which is the id of the primary calendar too. */
    public String email() {
        return email;
    }

    /** The id that never changes. */
    public String subject() {
        return subject;
    }

    /** Returns the entry of a calendar, deleted ones too. */
    public Optional<ListEntry> entry(String calendar) {
        return Optional.ofNullable(entries.get(calendar.equals("primary") ? email : calendar));
    }

    /** Puts an entry as the newest change. */
    public void put(ListEntry entry) {
        ListEntry before = entries.put(entry.calendar(), entry);
        if (before != null) {
            byVersion.remove(before.version());
        }
        byVersion.put(entry.version(), entry.calendar());
    }

    /** Returns the ids of calendars whose entries changed after one change and up to another one. */
    public SortedMap<Long, String> between(long after, long upTo) {
        return byVersion.subMap(after, false, upTo, true);
    }

    /** Returns what sync tokens of the list must carry to be valid. */
    public long listGeneration() {
        return listGeneration;
    }

    /** Makes every sync token of the list invalid. */
    public void invalidateList() {
        listGeneration++;
    }
}
