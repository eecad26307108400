package io.calendarsync.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.CursorLost;
import io.calendarsync.TransientFailure;
import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.ProviderExtras;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.spi.provider.AccessTokens;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import io.calendarsync.testkit.Dice;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever follows the pages through edits, series with exceptions, odd pages, lost tokens and faults knows the calendar. */
class SandboxSeedsTest {

    private static final String ADA = "ada@example.com";
    private static final int STEPS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_calendar_is_known_after_every_round(long seed) {
        try (GoogleSandbox sandbox = GoogleSandbox.builder().seed(seed).start()) {
            Dice dice = Dice.of(seed);
            User user = new User(sandbox, dice);
            Reader reader = new Reader(sandbox);
            for (int step = 0; step < STEPS; step++) {
                user.act();
                if (dice.chance(0.3)) {
                    reader.catchUp();
                    assertThat(reader.known())
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(held(sandbox));
                }
            }
            reader.catchUp();
            assertThat(reader.known()).as("seed %d at the end", seed).containsExactlyEntriesOf(held(sandbox));
        }
    }

    /** Returns what the sandbox holds, read by the same mapper, without stamps and what is deleted. */
    private static Map<String, Event> held(GoogleSandbox sandbox) {
        EventReader mapper = new EventReader(ZoneNames.bundled());
        Map<String, Event> held = new TreeMap<>();
        for (JsonNode json : sandbox.user(ADA).primary().events()) {
            Event event = mapper.read(Json.parse(json.toString()).orElseThrow());
            if (!event.isCancelled() || event.shape() instanceof EventShape.Override) {
                held.put(event.ref().eventId(), bare(event));
            }
        }
        return withoutOrphans(held);
    }

    /** Of an instance that does not take place, a list tells which one that is and nothing else. */
    private static Event bare(Event event) {
        if (event.isCancelled()) {
            EventShape.Override instance = (EventShape.Override) event.shape();
            return Event.builder(event.ref(), new EventTime.Floating(LocalDateTime.MIN, Duration.ZERO))
                    .shape(instance)
                    .status(EventStatus.CANCELLED)
                    .build();
        }
        return event.toBuilder()
                .etag("")
                .extensions(
                        new Extensions(event.extensions().properties(), ProviderExtras.none(), event.degradations()))
                .build();
    }

    private static Map<String, Event> withoutOrphans(Map<String, Event> events) {
        events.values()
                .removeIf(event -> event.shape() instanceof EventShape.Override override
                        && !events.containsKey(override.seriesId()));
        return events;
    }

    /** Edits the calendar, and makes Google behave as it does on other days. */
    private static final class User {
        private final GoogleSandbox sandbox;
        private final SandboxCalendar calendar;
        private final Dice dice;
        private final List<String> singles = new ArrayList<>();
        private final List<String> series = new ArrayList<>();
        private int number;

        User(GoogleSandbox sandbox, Dice dice) {
            this.sandbox = sandbox;
            this.calendar = sandbox.user(ADA).primary();
            this.dice = dice;
        }

        void act() {
            number++;
            switch (dice.nextInt(10)) {
                case 0, 1 -> singles.add(calendar.add(body(10 + dice.nextInt(18), "")));
                case 2 ->
                    series.add(
                            calendar.add(body(10 + dice.nextInt(5), ",\"recurrence\":[\"RRULE:FREQ=DAILY;COUNT=8\"]")));
                case 3 -> one(singles, id -> calendar.edit(id, "{\"summary\":\"Edited " + number + "\"}"));
                case 4 -> one(singles, id -> delete(singles, id));
                case 5 -> one(series, this::editInstance);
                case 6 -> one(series, this::editOrDelete);
                case 7 -> sandbox.lists().nextPages(dice.nextInt(3), dice.nextInt(3), 1);
                case 8 -> trouble();
                default -> one(singles, id -> calendar.touch(id));
            }
        }

        private String body(int day, String more) {
            return """
                    {"summary":"Event %d","start":{"dateTime":"2026-01-%dT09:00:00","timeZone":"Europe/Zurich"},
                    "end":{"dateTime":"2026-01-%dT10:00:00","timeZone":"Europe/Zurich"}%s}""".formatted(number, day, day, more);
        }

        private void editInstance(String id) {
            String start = calendar.event(id)
                    .path("start")
                    .path("dateTime")
                    .textValue()
                    .substring(0, 10);
            String instance = calendar.instance(id, LocalDate.parse(start).plusDays(dice.nextInt(8)) + "T08:00:00Z");
            if (calendar.event(instance).path("status").textValue().equals("cancelled")) {
                return;
            }
            if (dice.nextBoolean()) {
                calendar.delete(instance);
            } else {
                calendar.edit(instance, "{\"summary\":\"Once " + number + "\"}");
            }
        }

        private void editOrDelete(String id) {
            if (dice.chance(0.3)) {
                delete(series, id);
            } else {
                calendar.edit(id, "{\"location\":\"Room " + number + "\"}");
            }
        }

        private void delete(List<String> from, String id) {
            calendar.delete(id);
            from.remove(id);
        }

        private void trouble() {
            switch (dice.nextInt(5)) {
                case 0 -> calendar.invalidateSyncTokens();
                case 1 -> sandbox.lists().invalidatePageTokens();
                case 2 -> sandbox.faults().next(1).operation("events.list").truncate();
                case 3 -> sandbox.faults().next(2).operation("events.list").refuse(503, "backendError");
                default -> sandbox.faults().next(1).operation("events.list").cutHalf();
            }
        }

        private void one(List<String> ids, Consumer<String> action) {
            if (!ids.isEmpty()) {
                action.accept(dice.choose(ids));
            }
        }
    }

    /** Follows the pages as the contract of sessions says, and starts over where a position is lost. */
    private static final class Reader {
        private final Position.Start start;
        private final ProviderSession session;
        private final Map<String, Event> events = new TreeMap<>();
        private final Set<String> listed = new HashSet<>();
        private Position at;
        private boolean sweeping;

        Reader(GoogleSandbox sandbox) {
            String token = sandbox.user(ADA)
                    .consent("https://www.googleapis.com/auth/calendar.events.readonly")
                    .accessToken();
            this.start = new Position.Start(new SyncWindow(
                    sandbox.clock().instant().minus(Duration.ofDays(30)),
                    sandbox.clock().instant().plus(Duration.ofDays(300))));
            this.at = start;
            this.session = GoogleProvider.builder(sandbox.clientId(), sandbox.clientSecret())
                    .rootUrl(sandbox.rootUrl())
                    .pageSize(5)
                    .build()
                    .open(new SessionContext(
                            new ConnectionId("c1"), new Credential.Bearer(new OneToken(token)), sandbox.clock()));
        }

        Map<String, Event> known() {
            return withoutOrphans(new TreeMap<>(events));
        }

        void catchUp() {
            for (int turn = 0; turn < 1_000; turn++) {
                try {
                    if (turned(session.changes(ADA, at))) {
                        return;
                    }
                } catch (CursorLost lost) {
                    at = at instanceof Position.NextPage page ? page.base() : start;
                    sweeping &= !(at instanceof Position.Start);
                    if (!sweeping) {
                        listed.clear();
                    }
                } catch (TransientFailure later) {
                    assertThat(later).hasNoCause();
                }
            }
            throw new AssertionError("a thousand pages and no end");
        }

        /** Takes a page in; returns whether all is known then. */
        private boolean turned(ChangePage page) {
            page.changes().forEach(this::take);
            at = page.next();
            if (!page.isLast()) {
                return false;
            }
            if (page.coverage() == Coverage.LISTING) {
                sweeping = true;
                return false;
            }
            if (sweeping) {
                events.keySet().retainAll(listed);
            }
            sweeping = false;
            listed.clear();
            return true;
        }

        private void take(RemoteChange change) {
            if (change instanceof RemoteChange.Present present) {
                events.put(change.eventId(), bare(present.event()));
                listed.add(change.eventId());
            } else {
                events.remove(change.eventId());
                listed.remove(change.eventId());
            }
        }
    }

    private record OneToken(String current) implements AccessTokens {
        @Override
        public String insteadOf(String refused) {
            return current;
        }
    }
}
