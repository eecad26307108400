package io.calendarsync.examples.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.examples.Refusal;
import io.calendarsync.spi.store.CipherException;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.spi.store.RecordKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tells by a word kept encrypted beside the feeds whether a key is theirs, before any feed is opened with it. */
final class KeyCheck {

    private static final RecordKey WORD = new RecordKey("key-check", "state", "word");

    private KeyCheck() {}

    /** Notes the key of a state that holds no feeds yet. */
    static void note(Connection state, RecordCipher cipher) throws SQLException {
        try (Statement statement = state.createStatement()) {
            statement.execute("create table if not exists key_check (word varbinary(1000) not null)");
            statement.execute("delete from key_check");
        }
        try (PreparedStatement insert = state.prepareStatement("insert into key_check values (?)")) {
            insert.setBytes(1, cipher.encrypt(WORD, "calendarsync".getBytes(US_ASCII)));
            insert.execute();
        }
    }

    /** Refuses a key that is not the one that was noted. */
    static void require(Connection state, RecordCipher cipher) throws SQLException {
        try (Statement statement = state.createStatement();
                ResultSet words = statement.executeQuery("select word from key_check")) {
            while (words.next()) {
                cipher.decrypt(WORD, words.getBytes(1));
            }
        } catch (CipherException | CalendarSyncException e) {
            throw Refusal.unreadable(
                    "the key is not the one this state was made with: restore the file key, or set CALENDARSYNC_KEY");
        }
    }
}
