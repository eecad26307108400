package io.calendarsync.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever part of the file a crash leaves, the journal opens with all of a commit or nothing of it. */
class JournalCrashTest {

    @TempDir
    private Path folder;

    @Test
    void fileCutAnywhere_holdsWholeCommitsOnly() throws IOException {
        Path whole = folder.resolve("whole");
        int first;
        try (JournalSyncStore store = JournalSyncStore.open(whole)) {
            store.commit(List.of(create("a", 1), create("b", 1)));
            first = (int) Files.size(whole);
            store.commit(List.of(replace("a", 2), new Write.Delete(key("b"), 1), create("c", 2)));
        }
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 0; length <= bytes.length; length++) {
            List<String> expected =
                    length < first ? List.of() : length < bytes.length ? List.of("a=1", "b=1") : List.of("a=2", "c=2");
            assertThat(openedFrom(Arrays.copyOf(bytes, length)))
                    .as("cut at %d", length)
                    .isEqualTo(expected);
        }
    }

    @Test
    void fileWithADamagedTail_goesOnBeforeIt() throws IOException {
        Path path = folder.resolve("damaged");
        try (JournalSyncStore store = JournalSyncStore.open(path)) {
            store.commit(List.of(create("a", 1)));
            store.commit(List.of(create("b", 1)));
        }
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 1] ^= 1;
        Files.write(path, bytes);
        try (JournalSyncStore store = JournalSyncStore.open(path)) {
            assertThat(contents(store)).containsExactly("a=1");
            assertThat(store.commit(List.of(create("c", 1)))).isEqualTo(CommitResult.committed());
        }
        try (JournalSyncStore store = JournalSyncStore.open(path)) {
            assertThat(contents(store)).containsExactly("a=1", "c=1");
        }
    }

    private List<String> openedFrom(byte[] bytes) throws IOException {
        Path path = folder.resolve("cut");
        Files.write(path, bytes);
        try (JournalSyncStore store = JournalSyncStore.open(path)) {
            return contents(store);
        }
    }

    private static List<String> contents(JournalSyncStore store) {
        return store.scan(Scan.of("example")).records().stream()
                .map(record -> record.key().id() + "=" + record.version())
                .toList();
    }

    private static RecordKey key(String id) {
        return new RecordKey("example", "", id);
    }

    private static StoredRecord record(String id, long version) {
        byte[] payload = "some payload".getBytes(StandardCharsets.UTF_8);
        return new StoredRecord(key(id), version, Instant.EPOCH, Instant.EPOCH, "1:x", payload);
    }

    private static Write create(String id, long version) {
        return new Write.Put(record(id, version), Expect.absent());
    }

    private static Write replace(String id, long version) {
        return new Write.Put(record(id, version), Expect.version(version - 1));
    }
}
