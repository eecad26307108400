package io.calendarsync.testkit.example;

import io.calendarsync.CursorLost;
import io.calendarsync.FaultSource;
import io.calendarsync.NotFound;
import io.calendarsync.model.Access;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.RemoteChange;
import java.util.List;
import java.util.Optional;

/** The board as one calendar: a snapshot whenever its version is another than the cursor's, cut into pages. */
final class BoardSession implements ProviderSession {

    static final String CALENDAR = "board";

    private final NoticeBoard board;
    private final String key;
    private final int pageSize;
    private final FaultSource source;

    BoardSession(NoticeBoard board, String key, int pageSize, FaultSource source) {
        this.board = board;
        this.key = key;
        this.pageSize = pageSize;
        this.source = source;
    }

    @Override
    public Account account() {
        return new Account("board", "The notice board");
    }

    @Override
    public CalendarListPage calendars(Position from) {
        RemoteCalendar only = new RemoteCalendar(CALENDAR, "Notices", Optional.empty(), Access.READ, false);
        return new CalendarListPage(List.of(only), new Position.Cursor("all"));
    }

    @Override
    public ChangePage changes(String calendar, Position from) {
        requireKnown(calendar);
        NoticeBoard.Answer answer = ask();
        long version = answer.version();
        if (from instanceof Position.Cursor cursor && number(cursor.token()) == version) {
            return new ChangePage(Coverage.CHANGES, List.of(), cursor);
        }
        int begin = 0;
        if (from instanceof Position.NextPage page) {
            String[] token = page.token().split("@", 2);
            begin = (int) number(token[0]);
            if (number(token[1]) != version) {
                throw new CursorLost("the board was changed while it was read: read it again", source);
            }
        }
        int end = Math.min(begin + pageSize, answer.notes().size());
        List<RemoteChange> changes = answer.notes().subList(begin, end).stream()
                .<RemoteChange>map(note -> new RemoteChange.Present(NoteMapper.event(note)))
                .toList();
        Position next = end < answer.notes().size()
                ? new Position.NextPage(
                        from instanceof Position.NextPage page ? page.base() : from, end + "@" + version)
                : new Position.Cursor(Long.toString(version));
        return new ChangePage(Coverage.SNAPSHOT, changes, next);
    }

    @Override
    public Optional<Event> fetch(String calendar, String eventId) {
        requireKnown(calendar);
        return ask().notes().stream()
                .filter(note -> note.id().equals(eventId))
                .findFirst()
                .map(NoteMapper::event);
    }

    @Override
    public void close() {}

    private NoticeBoard.Answer ask() {
        NoticeBoard.Answer answer = board.ask(key);
        if (answer.status() != 200) {
            throw BoardFaults.of(answer, source);
        }
        return answer;
    }

    private void requireKnown(String calendar) {
        if (!calendar.equals(CALENDAR)) {
            throw new NotFound("there is one board and no calendar besides", source);
        }
    }

    private long number(String token) {
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException foreign) {
            throw new CursorLost("the position was given by somebody else: read from the start", source, foreign);
        }
    }
}
