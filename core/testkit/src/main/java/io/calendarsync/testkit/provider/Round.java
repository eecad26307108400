package io.calendarsync.testkit.provider;

import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.SyncWindow;
import io.calendarsync.testkit.Dice;
import java.util.Optional;

/**
 * Where a reader stands in a round.
 *
 * @param base where the round began
 * @param from the number of the last edit known before it, 0 for a listing
 * @param upTo the number of the last edit known after it
 * @param ordinal how many of its pages were read
 * @param last where the page before ended
 */
record Round(Position base, Optional<SyncWindow> window, long from, long upTo, long ordinal, Optional<SortKey> last) {

    /** Returns dice that fall alike whenever this page is asked for, and anew for the round after it. */
    Dice dice(ReadView view) {
        long begun = base instanceof Position.Cursor cursor
                ? Token.parse(cursor.token()).stamp().serial()
                : 0;
        return view.dice().split(begun, upTo, ordinal);
    }
}
