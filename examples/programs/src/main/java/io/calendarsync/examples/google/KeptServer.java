package io.calendarsync.examples.google;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.state.OwnerOnly;
import io.calendarsync.examples.state.StateFolder;
import io.calendarsync.spi.store.CipherException;
import io.calendarsync.spi.store.RecordKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The server a folder's accounts are at, with the application's secret: kept encrypted in a file beside the state. */
final class KeptServer {

    private static final RecordKey KEY = new RecordKey("google", "state", "server");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StateFolder folder;
    private final Path file;

    KeptServer(StateFolder folder) {
        this.folder = folder;
        this.file = folder.path().resolve("google-server");
    }

    Optional<Server> find() {
        try {
            return Files.exists(file)
                    ? Optional.of(Server.read(JSON.readTree(folder.cipher().decrypt(KEY, Files.readAllBytes(file)))))
                    : Optional.empty();
        } catch (IOException | CipherException e) {
            throw Refusal.unreadable("the file " + file + " cannot be read: connect again with --client-file");
        }
    }

    void keep(Server server) {
        try {
            OwnerOnly.write(file, folder.cipher().encrypt(KEY, JSON.writeValueAsBytes(server.write())));
        } catch (IOException e) {
            throw Refusal.unreadable("the file " + file + " cannot be written");
        }
    }
}
