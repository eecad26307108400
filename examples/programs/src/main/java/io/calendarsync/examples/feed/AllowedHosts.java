package io.calendarsync.examples.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.state.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The hosts that were allowed to be private when their feeds were synced: what is kept of them is read again. */
final class AllowedHosts {

    private final Path file;

    AllowedHosts(Path file) {
        this.file = file;
    }

    Set<String> all() {
        try {
            return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file, UTF_8)) : new TreeSet<>();
        } catch (IOException e) {
            throw Refusal.unreadable("the list of private hosts in " + file + " cannot be read");
        }
    }

    void add(String host) {
        Set<String> hosts = all();
        if (hosts.add(host.toLowerCase(Locale.ROOT))) {
            try {
                OwnerOnly.write(file, String.join("\n", hosts).getBytes(UTF_8));
            } catch (IOException e) {
                throw Refusal.unreadable("the list of private hosts in " + file + " cannot be written");
            }
        }
    }
}
