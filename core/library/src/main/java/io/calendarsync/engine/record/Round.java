package io.calendarsync.engine.record;

import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Instant;

/**
 * A round of pages in progress.
 *
 * @param id random; names the round's stamps
 * @param phase what is being done
 * @param coverage what its pages add up to
 * @param at where to go on: a page token while reading or draining, the cursor to keep once sweeping
 * @param pages how many pages were applied
 * @param deleted how many deletions were applied
 * @param sawGone whether a page said an event is gone
 * @param span when its first page was asked for, and the stretch of time a listing shows
 */
public record Round(
        String id, Phase phase, Coverage coverage, Position at, int pages, int deleted, boolean sawGone, Span span) {

    /**
     * When a round began and what it shows.
     *
     * @param asOf when its first page was asked for
     * @param window what lies outside of it need not be listed
     */
    public record Span(Instant asOf, SyncWindow window) {

        /** Returns the instant before which what has ended need not be listed. */
        public Instant from() {
            return window.from();
        }
    }

    /** What is being done. */
    public enum Phase {
        /** Pages of a delta or a listing are read. */
        READING,
        /** What changed while a listing was read is read. */
        DRAINING,
        /** The listing is complete; what it did not show is looked at. */
        SWEEPING
    }

    /** Returns the round before its first page. */
    public static Round begin(long random, Coverage coverage, Position at, Span span) {
        return new Round(Long.toString(random, 36), Phase.READING, coverage, at, 0, 0, false, span);
    }

    /** Returns whether what its pages did not show is gone. */
    public boolean isListing() {
        return coverage != Coverage.CHANGES;
    }

    /** Returns the round with deletions counted that rounds before it applied and did not come to their end. */
    public Round counting(int unended) {
        return new Round(id, phase, coverage, at, pages, deleted + unended, sawGone, span);
    }

    /** Returns the round as its first page turned out. */
    public Round covering(Coverage actual) {
        return new Round(id, phase, actual, at, pages, deleted, sawGone, span);
    }

    /** Returns the round going on elsewhere, one page further. */
    public Round turn(Phase next, Position to, int moreDeleted, boolean gone) {
        return new Round(id, next, coverage, to, pages + 1, deleted + moreDeleted, sawGone || gone, span);
    }

    /** Returns the round as having been told, beside its pages, that something is gone. */
    public Round seeingGone() {
        return new Round(id, phase, coverage, at, pages, deleted, true, span);
    }

    static Round read(Fields fields) {
        return new Round(
                fields.text("id"),
                fields.constant("phase", Phase.READING),
                fields.constant("coverage", Coverage.CHANGES),
                Positions.read(fields.child("at").orElseThrow()),
                fields.count("pages"),
                fields.count("deleted"),
                fields.flag("sawGone"),
                new Span(fields.instant("asOf"), new SyncWindow(fields.instant("from"), fields.instant("until"))));
    }

    Fields write() {
        return Fields.none()
                .put("id", id)
                .put("phase", phase)
                .put("coverage", coverage)
                .put("at", Positions.write(at))
                .put("pages", pages)
                .put("deleted", deleted)
                .put("sawGone", sawGone)
                .put("asOf", span.asOf())
                .put("from", span.from())
                .put("until", span.window().until());
    }
}
