package io.calendarsync.sandbox.google.push;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** An open channel. Its numbers are given out under the lock of its world. */
final class Channel {

    private final String id;
    private final String resource;
    private final String resourceId;
    private final URI resourceUri;
    private final String user;
    private final URI address;
    private final Optional<String> token;
    private final Instant expires;
    private long number;

    Channel(
            String id,
            String resource,
            String resourceId,
            URI resourceUri,
            String user,
            URI address,
            Optional<String> token,
            Instant expires) {
        this.id = id;
        this.resource = resource;
        this.resourceId = resourceId;
        this.resourceUri = resourceUri;
        this.user = user;
        this.address = address;
        this.token = token;
        this.expires = expires;
    }

    String id() {
        return id;
    }

    /** What is watched. */
    String resource() {
        return resource;
    }

    String resourceId() {
        return resourceId;
    }

    URI resourceUri() {
        return resourceUri;
    }

    String user() {
        return user;
    }

    URI address() {
        return address;
    }

    Optional<String> token() {
        return token;
    }

    Instant expires() {
        return expires;
    }

    /** Returns a number higher than all before. */
    long next(int step) {
        number += step;
        return number;
    }
}
