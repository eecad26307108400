package io.calendarsync.sandbox.google.api;

import io.calendarsync.sandbox.google.event.EventWriter;
import io.calendarsync.sandbox.google.http.Route;
import io.calendarsync.sandbox.google.list.CalendarLister;
import io.calendarsync.sandbox.google.list.EventLister;
import io.calendarsync.sandbox.google.list.InstanceLister;
import io.calendarsync.sandbox.google.list.ListTokens;
import io.calendarsync.sandbox.google.list.PageSizes;
import io.calendarsync.sandbox.google.oauth.Bearer;
import io.calendarsync.sandbox.google.push.Channels;
import io.calendarsync.sandbox.google.quota.Quotas;
import io.calendarsync.sandbox.google.state.Sharing;
import io.calendarsync.sandbox.google.state.World;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The calendar API: every operation that the sandbox has. */
public final class GoogleApi {

    private GoogleApi() {}

    /**
     * Returns the routes.
     *
     * @param root where the sandbox is
     */
    public static List<Route> routes(
            World world,
            EventWriter writer,
            ListTokens tokens,
            PageSizes sizes,
            Channels channels,
            Bearer bearer,
            Quotas quotas,
            URI root) {
        Guard guard = new Guard(bearer, quotas);
        EventLister events = new EventLister(world, tokens, sizes);
        InstanceLister instances = new InstanceLister(world, tokens, sizes);
        CalendarLister calendars = new CalendarLister(world, tokens, sizes);
        return Stream.of(
                        new ChannelsApi(world, channels, root.resolve("calendar/v3/")).routes(guard),
                        new EventsApi(world, writer, events, instances).routes(guard),
                        new CalendarListApi(world, calendars).routes(guard),
                        new CalendarsApi(world, new Sharing(world)).routes(guard),
                        new FreeBusyApi(world).routes(guard),
                        new SettingsApi(world).routes(guard))
                .flatMap(List::stream)
                .toList();
    }
}
