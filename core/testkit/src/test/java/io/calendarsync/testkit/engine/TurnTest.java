package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.CalendarState;
import io.calendarsync.Connected;
import io.calendarsync.CursorLost;
import io.calendarsync.FaultSource;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.testkit.SyncLab;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How much of a round one turn reads, and when the next is due. */
class TurnTest {

    private static final Duration POLL_FLOOR = Duration.ofMinutes(5);

    private final List<Instant> begun = new ArrayList<>();
    private int sessions;

    private static SyncLab lab(SyncLab lab, Supplier<Function<Position, ChangePage>> sessions) {
        return lab.with(builder -> builder.provider(new ScriptedProvider(sessions)));
    }

    private static Connected connect(SyncLab lab) {
        Connected connected =
                lab.sync().connections().connectFeed(new OwnerId("anna"), URI.create("scripted:a"), ZoneOffset.UTC);
        lab.settle();
        return connected;
    }

    private static SyncedCalendar calendar(SyncLab lab, Connected connected) {
        return lab.sync().connections().calendars(connected.connection().id()).get(0);
    }

    /** Pages of one event each, of a body that another session never gets again. */
    private Function<Position, ChangePage> everChanging(SyncLab lab, Coverage coverage, int pages) {
        String body = "body" + sessions++;
        return from -> {
            if (coverage == Coverage.LISTING && from instanceof Position.Cursor) {
                return new ChangePage(Coverage.CHANGES, List.of(), from);
            }
            int page = 0;
            if (from instanceof Position.NextPage next) {
                String[] token = next.token().split("@", 2);
                if (!token[1].equals(body)) {
                    throw new CursorLost("changed", FaultSource.of("scripted"));
                }
                page = Integer.parseInt(token[0]);
            } else {
                begun.add(lab.clock().instant());
            }
            Position next = page + 1 < pages
                    ? new Position.NextPage(
                            from instanceof Position.NextPage at ? at.base() : from, page + 1 + "@" + body)
                    : new Position.Cursor(body);
            return new ChangePage(coverage, ScriptedProvider.events("e" + page, 1), next);
        };
    }

    @Test
    void snapshotOfMorePagesThanATurn_thatNoOtherSessionGetsAgain_isReadInOne() {
        SyncLab empty = new SyncLab();
        try (SyncLab lab = lab(empty, () -> everChanging(empty, Coverage.SNAPSHOT, 60))) {
            Connected connected = connect(lab);

            assertThat(calendar(lab, connected).state()).isEqualTo(CalendarState.SYNCED);
            assertThat(calendar(lab, connected).events()).isEqualTo(60);
            assertThat(begun).hasSize(1);
        }
    }

    @Test
    void listingThatIsLostBetweenEveryTwoTurns_isReadInOne() {
        SyncLab empty = new SyncLab();
        try (SyncLab lab = lab(empty, () -> everChanging(empty, Coverage.LISTING, 60))) {
            Connected connected = connect(lab);

            assertThat(begun).hasSize(2);
            assertThat(calendar(lab, connected).state()).isEqualTo(CalendarState.SYNCED);
            assertThat(calendar(lab, connected).events()).isEqualTo(60);
        }
    }

    /** Page tokens that live shorter than a failing calendar waits would be lost again and again. */
    @Test
    void listingWhosePageTokenAgedWhileTheProviderFailed_isReadInOne() {
        SyncLab empty = new SyncLab();
        Instant back = empty.clock().instant().plus(Duration.ofHours(12));
        try (SyncLab lab = lab(empty, () -> tokensOfTenMinutes(empty, 60, back))) {
            Connected connected = connect(lab);
            lab.advance(Duration.ofHours(11));
            assertThat(calendar(lab, connected).state()).isEqualTo(CalendarState.FAILING);

            lab.advance(Duration.ofHours(4));
            assertThat(calendar(lab, connected).state()).isEqualTo(CalendarState.SYNCED);
            assertThat(calendar(lab, connected).events()).isEqualTo(60);
        }
    }

    private static Function<Position, ChangePage> tokensOfTenMinutes(SyncLab lab, int pages, Instant back) {
        return from -> {
            if (from instanceof Position.Cursor) {
                return new ChangePage(Coverage.CHANGES, List.of(), from);
            }
            Instant now = lab.clock().instant();
            int page = 0;
            if (from instanceof Position.NextPage next) {
                String[] token = next.token().split("@", 2);
                page = Integer.parseInt(token[0]);
                if (now.isAfter(Instant.parse(token[1]).plus(Duration.ofMinutes(10)))) {
                    throw new CursorLost("too old", FaultSource.of("scripted"));
                }
            }
            if (page == 25 && now.isBefore(back)) {
                throw new ProviderUnavailable("down", FaultSource.of("scripted"));
            }
            Position base = from instanceof Position.NextPage at ? at.base() : from;
            Position next =
                    page + 1 < pages ? new Position.NextPage(base, page + 1 + "@" + now) : new Position.Cursor("all");
            return new ChangePage(Coverage.LISTING, ScriptedProvider.events("e" + page, 1), next);
        };
    }

    @Test
    void listingThatIsLostInEveryTurn_isAskedForLessAndLessOften_andShowsAsTrouble() {
        SyncLab empty = new SyncLab();
        try (SyncLab lab = lab(empty, () -> lostAtPage(empty, 30))) {
            Connected connected = connect(lab);
            lab.advance(Duration.ofHours(24));

            List<Instant> turns = begun.stream().distinct().toList();
            assertThat(turns).hasSizeBetween(10, 60);
            for (int i = 2; i < turns.size(); i++) {
                assertThat(Duration.between(turns.get(i - 1), turns.get(i))).isGreaterThanOrEqualTo(POLL_FLOOR);
            }
            assertThat(calendar(lab, connected).state()).isEqualTo(CalendarState.FAILING);
            assertThat(calendar(lab, connected).trouble()).startsWith("lost");
        }
    }

    private Function<Position, ChangePage> lostAtPage(SyncLab lab, int lost) {
        return from -> {
            int page = from instanceof Position.NextPage next ? Integer.parseInt(next.token()) : 0;
            if (page == 0) {
                begun.add(lab.clock().instant());
            }
            if (page == lost) {
                throw new CursorLost("lost", FaultSource.of("scripted"));
            }
            Position base = from instanceof Position.NextPage at ? at.base() : from;
            Position next = new Position.NextPage(base, Integer.toString(page + 1));
            return new ChangePage(Coverage.LISTING, ScriptedProvider.events("e" + page, 1), next);
        };
    }

    @Test
    void pageOfMoreEventsThanOneRecordHasStampsFor_onAStoreOfLeastLimits_isStoredAndSwept() {
        int many = 17_000;
        int[] listed = {many};
        SyncLab empty = new SyncLab(new InMemorySyncStore(StoreLimits.LEAST), 1);
        Supplier<Function<Position, ChangePage>> whole = () -> from -> new ChangePage(
                Coverage.SNAPSHOT, ScriptedProvider.events("e", listed[0]), new Position.Cursor("c" + listed[0]));
        try (SyncLab lab = lab(empty, whole)) {
            Connected connected = connect(lab);
            assertThat(calendar(lab, connected).events()).isEqualTo(many);

            listed[0] = many - 10;
            lab.advance(Duration.ofHours(1));

            assertThat(calendar(lab, connected).events()).isEqualTo(many - 10);
            assertThat(calendar(lab, connected).state()).isEqualTo(CalendarState.SYNCED);
        }
    }
}
