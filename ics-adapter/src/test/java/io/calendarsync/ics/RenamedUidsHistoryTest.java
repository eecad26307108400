package io.calendarsync.ics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.EventChange;
import io.calendarsync.Subscriber;
import io.calendarsync.model.OwnerId;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.SyncLab;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds that rename all their events at each request, through random histories: what is told is what was done. */
class RenamedUidsHistoryTest {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    private final FakeFetcher server = new FakeFetcher();
    private final SyncLab lab = new SyncLab();
    private final List<Meeting> meetings = new ArrayList<>();
    private int titles;

    /** One event of the feed. */
    private record Meeting(String title, LocalDateTime start, String place, String text) {}

    private enum Deed {
        NOTHING,
        RETITLE,
        MOVE,
        RELOCATE,
        REWRITE,
        ADD,
        REMOVE
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private void serve(Dice dice) {
        StringBuilder feed = new StringBuilder("BEGIN:VCALENDAR\r\n");
        for (Meeting meeting : dice.shuffled(meetings)) {
            feed.append("BEGIN:VEVENT\r\nUID:")
                    .append(dice.nextInt(Integer.MAX_VALUE))
                    .append("\r\nDTSTART:");
            feed.append(TEXT.format(meeting.start()))
                    .append("\r\nDURATION:PT1H\r\nSUMMARY:")
                    .append(meeting.title());
            feed.append("\r\nLOCATION:")
                    .append(meeting.place())
                    .append("\r\nDESCRIPTION:")
                    .append(meeting.text());
            feed.append("\r\nEND:VEVENT\r\n");
        }
        server.serve(feed.append("END:VCALENDAR\r\n").toString(), "");
    }

    private Meeting any(Dice dice) {
        LocalDateTime start = LocalDateTime.of(2027, 1, 1, 8, 0).plusHours(dice.nextInt(20_000));
        titles++;
        // Every third shares its title with others.
        String title = titles % 3 == 0 ? "Standup" : "Meeting " + titles;
        return new Meeting(title, start, "Room " + dice.nextInt(3), "text " + titles);
    }

    private void change(int at, Deed deed, Dice dice) {
        Meeting was = meetings.get(at);
        titles++;
        meetings.set(
                at,
                switch (deed) {
                    case RETITLE -> new Meeting("Renamed " + titles, was.start(), was.place(), was.text());
                    case MOVE ->
                        new Meeting(was.title(), was.start().plusHours(1 + dice.nextInt(100)), was.place(), was.text());
                    case RELOCATE -> new Meeting(was.title(), was.start(), "Hall " + titles, was.text());
                    default -> new Meeting(was.title(), was.start(), was.place(), "text " + titles);
                });
    }

    private List<EventChange.Kind> act(Deed deed, Dice dice) {
        switch (deed) {
            case NOTHING -> {
                return List.of();
            }
            case ADD -> {
                meetings.add(any(dice));
                return List.of(EventChange.Kind.CREATED);
            }
            case REMOVE -> {
                meetings.remove(dice.nextInt(meetings.size()));
                return List.of(EventChange.Kind.DELETED);
            }
            default -> {
                change(dice.nextInt(meetings.size()), deed, dice);
                return List.of(EventChange.Kind.UPDATED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void each_deed_is_told_once_and_as_what_it_is(long seed) {
        Dice dice = Dice.of(seed);
        int size = 5 + dice.nextInt(40);
        for (int i = 0; i < size; i++) {
            meetings.add(any(dice));
        }
        IcsFeedProvider provider = IcsFeedProvider.builder()
                .fetcher(server)
                .pageSize(1 + dice.nextInt(20))
                .build();
        lab.with(builder -> builder.provider(provider).pollEvery(Duration.ofHours(1)))
                .subscribe("host", Subscriber.Beginning.FROM_NOW);
        serve(dice);
        lab.sync()
                .connections()
                .connectFeed(new OwnerId("o"), URI.create("https://feeds.example/x.ics"), ZoneOffset.UTC);
        lab.settle();
        lab.take("host");

        for (int poll = 0; poll < 12; poll++) {
            Deed deed = Deed.values()[dice.nextInt(Deed.values().length)];
            List<EventChange.Kind> expected = act(deed, dice);
            serve(dice);
            lab.advance(Duration.ofMinutes(70));
            List<EventChange.Kind> told = lab.take("host").stream()
                    .filter(EventChange.class::isInstance)
                    .map(event -> ((EventChange) event).kind())
                    .toList();
            assertThat(told).as("seed %d, poll %d: %s", seed, poll, deed).isEqualTo(expected);
        }
        lab.close();
    }
}
