package io.calendarsync.examples.state;

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
import java.util.List;
import java.util.Set;

/** Tells by a word kept encrypted beside all else whether a key is the right one, before anything is opened with it. */
final class KeyCheck {

    private static final RecordKey WORD = new RecordKey("key-check", "state", "word");

    private static final String TABLE = "key_check";

    private KeyCheck() {}

    /** Returns whether nothing but the word is kept among some tables. */
    static boolean isOnly(List<String> tables) {
        return Set.of(TABLE).containsAll(tables);
    }

    /** Notes the key of a state that holds nothing yet. */
    static void note(Connection state, RecordCipher cipher) throws SQLException {
        try (Statement statement = state.createStatement()) {
            statement.execute("create table if not exists " + TABLE + " (word varbinary(1000) not null)");
            statement.execute("delete from " + TABLE);
        }
        try (PreparedStatement insert = state.prepareStatement("insert into " + TABLE + " values (?)")) {
            insert.setBytes(1, cipher.encrypt(WORD, "calendarsync".getBytes(US_ASCII)));
            insert.execute();
        }
    }

    /** Refuses a key that is not the one that was noted. */
    static void require(Connection state, RecordCipher cipher) throws SQLException {
        try (Statement statement = state.createStatement();
                ResultSet words = statement.executeQuery("select word from " + TABLE)) {
            while (words.next()) {
                cipher.decrypt(WORD, words.getBytes(1));
            }
        } catch (CipherException | CalendarSyncException e) {
            throw Refusal.unreadable(
                    "the key is not the one this state was made with: restore the file key, or set CALENDARSYNC_KEY");
        }
    }
}
