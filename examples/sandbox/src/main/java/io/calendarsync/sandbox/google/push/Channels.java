package io.calendarsync.sandbox.google.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.ChannelView;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.ChangeListener;
import io.calendarsync.sandbox.google.state.World;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The open channels; a change goes out over those that watch it. Confined to the lock of its world. */
public final class Channels implements ChangeListener {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int WIDEST_STEP = 5;

    private final World world;
    private final PushPlan plan;
    private final Pusher pusher;
    private final PushRules rules;
    private final Map<String, Channel> open = new LinkedHashMap<>();
    private final Map<String, Map<String, Channel>> byResource = new HashMap<>();
    private final Map<String, String> resourceIds = new HashMap<>();
    private final Set<String> usedIds = new HashSet<>();

    /** Works on a world. */
    public Channels(World world, PushPlan plan, Pusher pusher, PushRules rules) {
        this.world = world;
        this.plan = plan;
        this.pusher = pusher;
        this.rules = rules;
    }

    /** Opens a channel on something and sends its first message. */
    public Opened open(ObjectNode body, String resource, URI resourceUri, String user) {
        WatchRequest request = WatchRequest.read(body, rules, world.now());
        if (!usedIds.add(request.id())) {
            throw ApiException.badRequest("channelIdNotUnique", "Channel id " + request.id() + " not unique");
        }
        String resourceId =
                resourceIds.computeIfAbsent(resource, any -> world.ids().event());
        Channel channel = new Channel(
                request.id(),
                resource,
                resourceId,
                resourceUri,
                user,
                request.address(),
                request.token(),
                request.expires());
        open.put(channel.id(), channel);
        byResource.computeIfAbsent(resource, any -> new LinkedHashMap<>()).put(channel.id(), channel);
        push(new Message(channel, channel.next(1), "sync"));
        // Whoever receives has a while to do it; the answer is not held back for ever.
        Runnable before = plan.isSyncBeforeAnswer() ? () -> pusher.settle(PATIENCE) : () -> {};
        return new Opened(resource(channel), before);
    }

    private static ObjectNode resource(Channel channel) {
        ObjectNode resource = Json.object()
                .put("kind", "api#channel")
                .put("id", channel.id())
                .put("resourceId", channel.resourceId())
                .put("resourceUri", channel.resourceUri().toString());
        channel.token().ifPresent(token -> resource.put("token", token));
        return resource.put("expiration", Long.toString(channel.expires().toEpochMilli()));
    }

    /** Closes a channel of somebody's. */
    public void stop(ObjectNode body, String user) {
        String id = body.path("id").asText();
        Channel channel = open.get(id);
        if (channel == null
                || !channel.resourceId().equals(body.path("resourceId").asText())
                || !channel.user().equals(user)
                || !channel.expires().isAfter(world.now())) {
            throw ApiException.of(
                    404, "global", "notFound", "Channel '" + id + "' not found for project 'sandbox-project'");
        }
        close(channel);
    }

    private void close(Channel channel) {
        open.remove(channel.id());
        Map<String, Channel> others = byResource.get(channel.resource());
        if (others != null) {
            others.remove(channel.id());
        }
    }

    @Override
    public void eventsChanged(String calendar) {
        tell(calendar, "exists");
    }

    @Override
    public void calendarGone(String calendar) {
        tell(calendar, "not_exists");
    }

    @Override
    public void listChanged(String email) {
        tell("calendarList " + email, "exists");
    }

    private void tell(String resource, String state) {
        for (Channel channel :
                List.copyOf(byResource.getOrDefault(resource, Map.of()).values())) {
            if (channel.expires().isAfter(world.now())) {
                push(new Message(channel, channel.next(1 + world.ids().below(WIDEST_STEP)), state));
            } else {
                close(channel);
            }
        }
    }

    private void push(Message message) {
        switch (plan.fate()) {
            case SEND -> pusher.send(message);
            case DROP -> pusher.dropped(message);
            case HOLD -> plan.hold(message);
            case DUPLICATE -> {
                pusher.send(message);
                Channel channel = message.channel();
                pusher.send(new Message(channel, channel.next(1), message.state()));
            }
        }
    }

    /** Sends the messages that were held, in their order or from the last to the first. */
    public void release(boolean reversed) {
        plan.release(reversed).forEach(pusher::send);
    }

    /** Returns the channels that are open. */
    public List<ChannelView> views() {
        return open.values().stream()
                .filter(channel -> channel.expires().isAfter(world.now()))
                .map(channel -> new ChannelView(
                        channel.id(),
                        channel.resourceId(),
                        channel.resource(),
                        channel.user(),
                        channel.address(),
                        channel.expires()))
                .toList();
    }

    /**
     * A new channel.
     *
     * @param resource the channel as it is answered
     * @param beforeAnswer what is to happen before that
     */
    public record Opened(ObjectNode resource, Runnable beforeAnswer) {}
}
