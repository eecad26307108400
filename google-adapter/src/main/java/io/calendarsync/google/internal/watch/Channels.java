package io.calendarsync.google.internal.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.http.HttpRequest;
import com.google.api.services.calendar.model.Channel;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.api.Refusal;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/** Opens and ends watch channels, which Google can neither extend nor give under a name it has seen. */
public final class Channels {

    private final GoogleApi api;
    private final Requests requests;
    private final InstantSource clock;

    /** Creates what opens channels. */
    public Channels(GoogleApi api, Requests requests, InstantSource clock) {
        this.api = api;
        this.requests = requests;
        this.clock = clock;
    }

    /** Asks to be told of changes. */
    public WatchAnswer watch(WatchRequest wanted) {
        Answer answer = requests.send(() -> request(wanted));
        if (!answer.isSuccess()) {
            return refused(answer.refusal());
        }
        ObjectNode channel = answer.json().orElseThrow(() -> requests.faults().unreadable(answer));
        String resource = Json.text(channel, "resourceId");
        if (resource.isEmpty()) {
            throw requests.faults().unreadable(answer);
        }
        Instant expires = Json.number(channel, "expiration")
                .map(Instant::ofEpochMilli)
                .orElseGet(() -> clock.instant().plus(wanted.life()));
        return new WatchAnswer.Granted(new WatchChannel(wanted.channel(), resource, expires));
    }

    /** The life wanted is given in seconds: a moment in seconds, taken for milliseconds, would lie in 1970. */
    private HttpRequest request(WatchRequest wanted) throws IOException {
        ObjectNode body = Json.object()
                .put("id", wanted.channel())
                .put("type", "web_hook")
                .put("address", wanted.address().toString())
                .put("token", wanted.secret());
        body.putObject("params")
                .put("ttl", Long.toString(Math.max(1, wanted.life().toSeconds())));
        return wanted.calendar().isPresent()
                ? GoogleApi.request(
                        api.calendar().events().watch(wanted.calendar().get(), new Channel()), body)
                : GoogleApi.request(api.calendar().calendarList().watch(new Channel()), body);
    }

    private WatchAnswer refused(Refusal refusal) {
        if (refusal.says("pushNotSupportedForRequestedResource")) {
            return new WatchAnswer.Unwatchable("Google sends no notifications for calendars of this kind");
        }
        if (refusal.says(
                "webhookUrlNotHttps",
                "webhookUrlUnauthorized",
                "webhookUrlInvalid",
                "channelTypeNotSupported",
                "pushInvalidTtl")) {
            throw requests.faults()
                    .misconfigured("Google does not send notifications there, or not like that: " + refusal.text());
        }
        throw requests.faults().of(refusal);
    }

    /** Ends a channel. One Google does not know (any more) has ended. */
    public void stop(WatchChannel channel) {
        ObjectNode body = Json.object().put("id", channel.id()).put("resourceId", channel.resource());
        Answer answer =
                requests.send(() -> GoogleApi.request(api.calendar().channels().stop(new Channel()), body));
        if (!answer.isSuccess() && answer.status() != 404 && answer.status() != 410) {
            throw requests.faults().of(answer.refusal());
        }
    }
}
