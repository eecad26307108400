package io.calendarsync.ics;

import io.calendarsync.FaultSource;
import io.calendarsync.ics.internal.fetch.Fetched;
import io.calendarsync.ics.internal.fetch.Fetcher;
import io.calendarsync.ics.internal.fetch.Validators;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A feed's server that has one body at a time and knows whether it changed. */
final class FakeFetcher implements Fetcher {

    private final List<Validators> asked = new ArrayList<>();
    private String body = "";
    private Validators validators = Validators.none();

    /** Serves this from now on. */
    void serve(String feed, String etag) {
        this.body = feed;
        this.validators = new Validators(etag, "");
    }

    /** Returns what each request asked with. */
    List<Validators> asked() {
        return asked;
    }

    @Override
    public Fetched get(URI address, Validators known, FaultSource source, InstantSource clock) {
        asked.add(known);
        if (!known.isEmpty() && known.equals(validators)) {
            return new Fetched.NotModified();
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Fetched.Body(bytes, bytes.length + 100, Optional.empty(), validators);
    }
}
