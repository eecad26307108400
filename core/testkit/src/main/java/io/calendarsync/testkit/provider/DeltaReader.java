package io.calendarsync.testkit.provider;

import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.testkit.Dice;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers with a listing and then with changes since a cursor. A cursor stands where its round <em>began</em>: what is
 * edited while paging comes in the next round, whether this one showed it or not.
 */
final class DeltaReader {

    private static final long REPLAYED = 20;

    private final ReadView view;
    private final ListingOrder order;

    DeltaReader(ReadView view) {
        this.view = view;
        this.order = view.behaviour().paging().order();
    }

    ChangePage read(Position from) {
        if (from instanceof Position.Start start) {
            return listing(new Round(from, Optional.of(start.window()), 0, view.visible(), 0, Optional.empty()));
        }
        if (from instanceof Position.Cursor cursor) {
            Token token = known(view.tokens().openCursor(cursor, view.behaviour()));
            long upTo = Math.max(view.visible(), token.upTo());
            return changes(new Round(from, token.window(), token.upTo(), upTo, 0, Optional.empty()));
        }
        Position.NextPage page = (Position.NextPage) from;
        Token token = known(view.tokens().openPage(page, view.behaviour()));
        if (page.base() instanceof Position.Cursor cursor) {
            Token base = known(Token.parse(cursor.token()));
            return changes(new Round(cursor, base.window(), base.upTo(), token.upTo(), token.ordinal(), token.last()));
        }
        Position.Start start = (Position.Start) page.base();
        return listing(new Round(start, Optional.of(start.window()), 0, token.upTo(), token.ordinal(), token.last()));
    }

    private Token known(Token token) {
        if (token.upTo() > view.truth().version()) {
            throw Refusal.of(410, "The token is from the future");
        }
        return token;
    }

    private ChangePage listing(Round round) {
        Dice dice = round.dice(view);
        Function<Held, SortKey> key = held -> held.key(order);
        List<Held> all = view.truth().listed(shown(round), order);
        Cut<Held> cut = Cut.after(round.last(), all, key, held -> view.lists(held, round.window()), view.take(dice));
        PageWriter page = new PageWriter(dice, view.behaviour());
        cut.items().forEach(page::present);
        Disorder disorder = view.behaviour().disorder();
        if (cut.begin() > 0 && dice.chance(disorder.repeats())) {
            Held earlier = all.get(dice.nextInt(cut.begin()));
            if (view.lists(earlier, round.window())) {
                page.present(earlier);
            }
        }
        if (dice.chance(disorder.oldTombstones())) {
            oldTombstone(page, dice, shown(round));
        }
        rumour(page, dice);
        return answer(Coverage.LISTING, round, page, cut.more() || endsEmpty(dice, cut), cut.last(key, round.last()));
    }

    private ChangePage changes(Round round) {
        Dice dice = round.dice(view);
        Function<Edit, SortKey> key = edit -> edit.key(order);
        List<Edit> touched = view.truth().touched(round.from(), round.upTo(), order);
        Cut<Edit> cut = Cut.after(round.last(), touched, key, edit -> true, view.take(dice));
        PageWriter page = new PageWriter(dice, view.behaviour());
        cut.items().forEach(edit -> write(edit, page, round));
        Disorder disorder = view.behaviour().disorder();
        if (cut.begin() > 0 && dice.chance(disorder.repeats())) {
            write(touched.get(dice.nextInt(cut.begin())), page, round);
        }
        if (round.from() > 0 && dice.chance(disorder.replays())) {
            Edit replayed = view.truth().edit(round.from() - dice.nextLong(Math.min(round.from(), REPLAYED)));
            if (!replayed.eventId().isEmpty()) {
                write(replayed, page, round);
            }
        }
        rumour(page, dice);
        boolean more = cut.more() || (!touched.isEmpty() && endsEmpty(dice, cut));
        return answer(Coverage.CHANGES, round, page, more, cut.last(key, round.last()));
    }

    private void write(Edit edit, PageWriter page, Round round) {
        Held now = view.truth().find(edit.eventId(), shown(round));
        if (now == null) {
            page.gone(edit.eventId(), edit.before());
        } else if (view.reports(now, round.window())) {
            page.present(now);
        } else {
            page.doubtful(edit.eventId());
        }
    }

    private void oldTombstone(PageWriter page, Dice dice, long shown) {
        if (shown > 0) {
            Edit edit = view.truth().edit(1 + dice.nextLong(shown));
            if (!edit.eventId().isEmpty() && view.truth().find(edit.eventId(), shown) == null) {
                page.gone(edit.eventId(), null);
            }
        }
    }

    private void rumour(PageWriter page, Dice dice) {
        if (dice.chance(view.behaviour().disorder().rumours())) {
            long version = view.truth().version();
            String edited = version == 0
                    ? ""
                    : view.truth().edit(1 + dice.nextLong(version)).eventId();
            page.doubtful(edited.isEmpty() || dice.nextBoolean() ? "never-was-" + dice.nextInt(1000) : edited);
        }
    }

    /** Returns whether a page without items follows a last page that has some. */
    private boolean endsEmpty(Dice dice, Cut<?> cut) {
        return !cut.items().isEmpty() && dice.chance(view.behaviour().paging().emptyPages());
    }

    private long shown(Round round) {
        return view.behaviour().paging().live() ? Math.max(view.visible(), round.upTo()) : round.upTo();
    }

    private ChangePage answer(Coverage coverage, Round round, PageWriter page, boolean more, Optional<SortKey> last) {
        Behaviour.Style style = Behaviour.Style.DELTA;
        Position next = more
                ? view.tokens().page(style, round.base(), round.upTo(), round.ordinal() + 1, last)
                : view.tokens().cursor(style, round.upTo(), round.window());
        return new ChangePage(coverage, page.finish(), next);
    }
}
