package io.calendarsync.testkit.provider;

import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.SyncWindow;
import io.calendarsync.testkit.Dice;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers as a feed does: with the whole body if it is another than the cursor's, cut into pages that all belong to one
 * body. A page of a body that was replaced is refused.
 */
final class SnapshotReader {

    private static final Behaviour.Style STYLE = Behaviour.Style.SNAPSHOT;

    private final ReadView view;
    private final ListingOrder order;

    SnapshotReader(ReadView view) {
        this.view = view;
        this.order = view.behaviour().paging().order();
    }

    ChangePage read(Position from) {
        if (from instanceof Position.Start start) {
            return body(new Round(from, Optional.of(start.window()), 0, view.visible(), 0, Optional.empty()));
        }
        if (from instanceof Position.Cursor cursor) {
            Token token = view.tokens().openCursor(cursor, view.behaviour());
            return token.upTo() == view.visible()
                    ? unchanged(token)
                    : body(new Round(from, token.window(), 0, view.visible(), 0, Optional.empty()));
        }
        Position.NextPage page = (Position.NextPage) from;
        Token token = view.tokens().openPage(page, view.behaviour());
        if (token.upTo() != view.visible()) {
            throw Refusal.of(410, "The body was replaced while it was read");
        }
        return body(new Round(page.base(), window(page.base()), 0, token.upTo(), token.ordinal(), token.last()));
    }

    private static Optional<SyncWindow> window(Position base) {
        return base instanceof Position.Start start
                ? Optional.of(start.window())
                : Token.parse(((Position.Cursor) base).token()).window();
    }

    private ChangePage unchanged(Token token) {
        return new ChangePage(Coverage.CHANGES, List.of(), view.tokens().cursor(STYLE, token.upTo(), token.window()));
    }

    private ChangePage body(Round round) {
        Dice dice = round.dice(view);
        Function<Held, SortKey> key = held -> held.key(order);
        List<Held> all = view.truth().listed(round.upTo(), order);
        Cut<Held> cut = Cut.after(round.last(), all, key, held -> view.lists(held, round.window()), view.take(dice));
        PageWriter page = new PageWriter(dice, view.behaviour());
        cut.items().forEach(page::plain);
        Position next = cut.more()
                ? view.tokens()
                        .page(STYLE, round.base(), round.upTo(), round.ordinal() + 1, cut.last(key, round.last()))
                : view.tokens().cursor(STYLE, round.upTo(), round.window());
        return new ChangePage(Coverage.SNAPSHOT, page.finish(), next);
    }
}
