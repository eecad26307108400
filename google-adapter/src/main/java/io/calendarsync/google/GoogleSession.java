package io.calendarsync.google;

import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.busy.BusyQuery;
import io.calendarsync.google.internal.event.EventDrafter;
import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.google.internal.sync.CalendarLists;
import io.calendarsync.google.internal.sync.Changes;
import io.calendarsync.google.internal.sync.Fetching;
import io.calendarsync.google.internal.sync.Instances;
import io.calendarsync.google.internal.watch.Channels;
import io.calendarsync.google.internal.write.Changing;
import io.calendarsync.google.internal.write.Conditional;
import io.calendarsync.google.internal.write.Creating;
import io.calendarsync.google.internal.write.Moving;
import io.calendarsync.google.internal.write.Outcomes;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Interval;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.FreeBusySession;
import io.calendarsync.spi.provider.ImportingSession;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import io.calendarsync.spi.provider.WatchableSession;
import io.calendarsync.spi.provider.WritableSession;
import io.calendarsync.spi.provider.WriteAnswer;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything Google can do, for one connection. Confined to one thread. */
final class GoogleSession implements WritableSession, ImportingSession, WatchableSession, FreeBusySession {

    private final GoogleApi api;
    private final CalendarLists lists;
    private final Changes changes;
    private final Fetching fetching;
    private final Instances instances;
    private final Creating creating;
    private final Changing changing;
    private final Moving moving;
    private final Channels channels;
    private final BusyQuery busy;
    private @Nullable Account account;

    GoogleSession(GoogleApi api, Requests requests, ZoneNames zones, int pageSize, InstantSource clock) {
        this.api = api;
        EventReader reader = new EventReader(zones);
        this.lists = new CalendarLists(api, requests, zones);
        this.fetching = new Fetching(api, requests, reader);
        this.changes = new Changes(api, requests, reader, zones, fetching, pageSize);
        this.instances = new Instances(api, requests, fetching, reader);
        EventDrafter drafter = new EventDrafter(zones);
        Outcomes outcomes = new Outcomes(requests, fetching, reader);
        Conditional conditional = new Conditional(requests, fetching, outcomes);
        this.creating = new Creating(api, requests, drafter, outcomes);
        this.changing = new Changing(api, fetching, reader, drafter, conditional, outcomes);
        this.moving = new Moving(api, requests, fetching, outcomes);
        this.channels = new Channels(api, requests, clock);
        this.busy = new BusyQuery(api, requests);
    }

    @Override
    public Account account() {
        Account known = account;
        if (known == null) {
            known = lists.account();
            account = known;
        }
        return known;
    }

    @Override
    public CalendarListPage calendars(Position from) {
        return lists.page(from);
    }

    @Override
    public ChangePage changes(String calendar, Position from) {
        return changes.page(calendar, from);
    }

    @Override
    public void ahead(String calendar, Position next) {
        changes.ahead(calendar, next);
    }

    @Override
    public Optional<Event> fetch(String calendar, String eventId) {
        return fetching.fetch(calendar, eventId);
    }

    @Override
    public WriteAnswer create(String calendar, Creation creation) {
        return creating.create(calendar, creation);
    }

    @Override
    public Optional<String> idOf(Creation creation) {
        return Optional.of(creating.idOf(creation));
    }

    @Override
    public WriteAnswer update(String calendar, Event base, EventDraft draft, Invitations invitations) {
        return changing.update(calendar, base, draft, invitations);
    }

    @Override
    public WriteAnswer delete(String calendar, Event base, Invitations invitations) {
        return changing.delete(calendar, base, invitations);
    }

    @Override
    public WriteAnswer move(String calendar, Event base, String target, Invitations invitations) {
        return moving.move(calendar, base, target, invitations);
    }

    @Override
    public Optional<Event> instance(String calendar, String seriesId, RecurrenceId at) {
        return instances.find(calendar, seriesId, at);
    }

    @Override
    public WriteAnswer importCopy(String calendar, String uid, EventDraft draft) {
        return creating.importCopy(calendar, uid, draft);
    }

    @Override
    public WatchAnswer watch(WatchRequest request) {
        return channels.watch(request);
    }

    @Override
    public WatchAnswer extend(WatchRequest request, WatchChannel channel) {
        return new WatchAnswer.Unwatchable("Channels of Google are not extended but replaced");
    }

    @Override
    public void stop(WatchChannel channel) {
        channels.stop(channel);
    }

    @Override
    public Map<String, FreeBusy> freeBusy(Collection<String> calendars, Interval within) {
        return busy.ask(calendars, within);
    }

    /** Lets go of what was sent ahead; connections are the provider's. */
    @Override
    public void close() {
        api.close();
    }

    @Override
    public String toString() {
        return "GoogleSession[]";
    }
}
