package io.calendarsync.examples.verify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Looks at watch channels; at their messages only where Google can reach an address of ours. */
final class PushFacts {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SLACK = Duration.ofMinutes(5);
    private static final URI ELSEWHERE = URI.create("https://example.com/verify-live");
    private static final int MOST_MESSAGES = 20;

    private final Workbench bench;
    private final Facts facts;

    PushFacts(Workbench bench, Facts facts) {
        this.bench = bench;
        this.facts = facts;
    }

    /**
     * Looks.
     *
     * @param address what leads to the receiver, absent where nothing does
     */
    void verify(Optional<URI> address, Receiver receiver) {
        Reply http = watch(Workbench.freshId(), URI.create("http://example.com/verify-live"), "");
        facts.check(Fact.HTTPS_ONLY, http.is(400, "push.webhookUrlNotHttps"), http);
        long seconds = InstantSource.system().instant().plus(Duration.ofDays(1)).getEpochSecond();
        Reply late = watch(Workbench.freshId(), address.orElse(ELSEWHERE), ", \"expiration\": " + seconds);
        facts.check(Fact.MILLISECONDS, late.status() == 400, late);
        Reply unknown = stop(Workbench.freshId(), "no-such-resource");
        facts.check(Fact.STOP_UNKNOWN, unknown.status() == 404, unknown);
        address.ifPresent(ours -> messages(ours, receiver));
    }

    private void messages(URI address, Receiver receiver) {
        String channel = Workbench.freshId();
        Reply watch = watch(channel, address, ", \"token\": \"secret-" + channel + "\"");
        if (!watch.isFine()) {
            facts.notSeen(Fact.SYNC_FIRST, "no channel could be opened (" + watch + ")");
            return;
        }
        String resource = watch.text("resourceId");
        try {
            Instant expires =
                    Instant.ofEpochMilli(watch.body().path("expiration").asLong());
            Instant latest =
                    InstantSource.system().instant().plus(Duration.ofDays(7)).plus(SLACK);
            facts.check(Fact.WEEK, !expires.isAfter(latest), expires.toString());
            Reply again = watch(channel, address, "");
            facts.check(Fact.CHANNEL_ONCE, again.is(400, "channelIdNotUnique"), again);
            Optional<Receiver.Message> first = next(receiver, channel);
            first.ifPresentOrElse(
                    message -> first(message, channel, resource),
                    () -> facts.notSeen(Fact.SYNC_FIRST, "no message came: does the address lead here?"));
            bench.needed(Workbench.event(16, ""));
            next(receiver, channel).ifPresent(message -> second(message, first));
        } finally {
            Reply stopped = stop(channel, resource);
            facts.check(Fact.STOPPED, stopped.status() == 204 && stopped.body().isMissingNode(), stopped);
        }
    }

    private void first(Receiver.Message message, String channel, String resource) {
        String state = message.header("X-Goog-Resource-State");
        facts.check(Fact.SYNC_FIRST, state.equals("sync") && message.number() == 1, state + " " + message.number());
        facts.check(
                Fact.NO_BODY,
                message.bytes() == 0
                        && message.header("X-Goog-Channel-Token").equals("secret-" + channel)
                        && message.header("X-Goog-Resource-ID").equals(resource),
                message.bytes() + " bytes, or another token or resource");
    }

    private void second(Receiver.Message message, Optional<Receiver.Message> first) {
        String state = message.header("X-Goog-Resource-State");
        long before = first.map(Receiver.Message::number).orElse(0L);
        facts.check(Fact.EXISTS, state.equals("exists") && message.number() > before, state + " " + message.number());
    }

    /** Messages of other channels are passed over. */
    private static Optional<Receiver.Message> next(Receiver receiver, String channel) {
        for (int passed = 0; passed < MOST_MESSAGES; passed++) {
            Optional<Receiver.Message> message = receiver.next(PATIENCE);
            if (message.isEmpty() || message.get().header("X-Goog-Channel-ID").equals(channel)) {
                return message;
            }
        }
        return Optional.empty();
    }

    private Reply watch(String channel, URI address, String more) {
        return bench.api()
                .post(
                        bench.events("/watch"),
                        "{\"id\": \"%s\", \"type\": \"web_hook\", \"address\": \"%s\"%s}"
                                .formatted(channel, address, more));
    }

    private Reply stop(String channel, String resource) {
        return bench.api()
                .post("channels/stop", "{\"id\": \"%s\", \"resourceId\": \"%s\"}".formatted(channel, resource));
    }
}
