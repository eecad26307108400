package io.calendarsync.ics.internal.fetch;

import io.calendarsync.AccessDenied;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reads feeds from files below one folder, links resolved. Thread-safe.
 */
public final class FileFetcher implements Fetcher {

    private final Path root;
    private final long mostBytes;

    /**
     * Creates one.
     *
     * @param root no file outside of it is read
     * @param mostBytes no larger file is read
     */
    public FileFetcher(Path root, long mostBytes) {
        this.root = root;
        this.mostBytes = mostBytes;
    }

    @Override
    public Fetched get(URI address, Validators known, FaultSource source, InstantSource clock) {
        try {
            Path file = Path.of(address).toRealPath();
            if (!file.startsWith(root.toRealPath()) || !Files.isRegularFile(file)) {
                throw new AccessDenied("The file is not one that feeds may be read from", source);
            }
            try (InputStream in = new CappedInput(Files.newInputStream(file), "in the file", mostBytes)) {
                byte[] bytes = WholeBody.read(in, Files.size(file));
                return new Fetched.Body(bytes, bytes.length, Optional.empty(), Validators.none());
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("The feed's address names no file", source);
        } catch (TooMuch e) {
            throw new InvalidRequest("The feed is too large: " + e.getMessage(), source, e);
        } catch (NoSuchFileException e) {
            throw new NotFound("The feed's file does not exist", source);
        } catch (IOException e) {
            throw new ProviderUnavailable("The feed's file cannot be read", source);
        }
    }
}
