package io.calendarsync.engine.record;

import io.calendarsync.CalendarState;
import io.calendarsync.Use;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.PageNotes;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of one synced calendar: its version is the fence of everything written for the calendar, and the order of
 * its log.
 */
public final class CalendarRecord {

    /** Before any event there can be: until something is forgotten nothing has ended too long ago. */
    private static final Instant BEFORE_ALL = Instant.MIN;

    private final Fields fields;
    private final CalendarInfo info;

    private CalendarRecord(Fields fields) {
        this.fields = fields;
        this.info = CalendarInfo.read(fields);
    }

    /** Returns the state of a calendar never read. */
    public static CalendarRecord begin(CalendarInfo info, LogHead log, Instant now) {
        Fields fields = Fields.none();
        info.write(fields);
        return new CalendarRecord(fields.put("log", log.write())
                .put("state", CalendarState.NEW)
                .put("uses", Use.standard().stream().map(Use::name).sorted().toList())
                .put("begun", now)
                .put("pulse", Pulse.none().write())
                .put("trouble", Trouble.none().write()));
    }

    static CalendarRecord read(byte[] payload) {
        return new CalendarRecord(Fields.of(payload));
    }

    byte[] bytes() {
        return fields.bytes();
    }

    public CalendarInfo info() {
        return info;
    }

    public LogHead log() {
        return LogHead.read(fields.child("log").orElseThrow());
    }

    public CalendarState state() {
        return fields.constant("state", CalendarState.NEW);
    }

    /** Returns where the next round begins; absent before the first listing has ended and after a cursor was lost. */
    public Optional<Position.Cursor> cursor() {
        return fields.has("cursor") ? Optional.of(new Position.Cursor(fields.text("cursor"))) : Optional.empty();
    }

    public Optional<Round> round() {
        return fields.child("round").map(Round::read);
    }

    public Optional<Review> review() {
        return fields.child("review").map(Review::read);
    }

    /** Returns the digest of a set of missing events the host decided to keep, empty for none. */
    public String discarded() {
        return fields.text("discarded");
    }

    /** Returns the instant before which ended events are not kept, the beginning of time where all are. */
    public Instant horizon() {
        return fields.has("horizon") ? fields.instant("horizon") : BEFORE_ALL;
    }

    /** Returns what time it is as far as one clock can be believed. */
    public Instant believable(Instant clock) {
        return belief().at(clock);
    }

    /** Returns it after a round ended well, and notes a clock that could not be believed before. */
    public CalendarRecord readAt(Instant clock) {
        Belief belief = belief();
        Optional<Instant> ahead = belief.noted(clock);
        return pulse(pulse().read(belief.at(clock)))
                .over(copy -> copy.remove("torn"))
                .over(copy -> ahead.map(one -> copy.put("ahead", one)).orElseGet(() -> copy.remove("ahead")));
    }

    private Belief belief() {
        Optional<Instant> ahead = fields.has("ahead") ? Optional.of(fields.instant("ahead")) : Optional.empty();
        return new Belief(latest(fields.instant("begun"), pulse().read()), ahead);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Returns the zone its dates and floating times are read in: the one its source names, else the one it was connected
     * with, absent where nobody has said.
     */
    public Optional<ZoneId> zone() {
        return zone("sourceZone").or(this::givenZone);
    }

    /** Returns the zone it was connected with, absent where there was none. */
    public Optional<ZoneId> givenZone() {
        return zone("zone");
    }

    private Optional<ZoneId> zone(String field) {
        return fields.has(field) ? Optional.of(Zones.read(fields.text(field))) : Optional.empty();
    }

    /** Returns how often its source says it is worth asking, absent where it does not. */
    public Optional<Duration> refresh() {
        return fields.has("refresh") ? Optional.of(Duration.ofSeconds(fields.number("refresh"))) : Optional.empty();
    }

    /** Returns what there is to say about its source, empty for nothing. */
    public String remark() {
        return fields.text("remark");
    }

    /** Returns the stretch of time that is known, absent where all of it is or none. */
    public Optional<SyncWindow> window() {
        return fields.has("windowFrom")
                ? Optional.of(new SyncWindow(fields.instant("windowFrom"), fields.instant("windowUntil")))
                : Optional.empty();
    }

    /** Returns what it is used for. */
    public Set<Use> uses() {
        List<String> names = fields.texts("uses");
        return Stream.of(Use.values())
                .filter(use -> names.contains(use.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether only the times of its events are stored. */
    public boolean isTimesOnly() {
        return fields.flag("timesOnly");
    }

    /** Returns what its account may do with it. */
    public Access access() {
        return fields.constant("access", Access.READ);
    }

    /** Returns how many deletions were applied by rounds that were broken off since one last ended. */
    public int unendedDeletions() {
        return fields.count("unended");
    }

    /** Returns when it was last tidied as far as that is believed, the epoch for never. */
    public Instant tidied() {
        return fields.instant("tidied");
    }

    /** Returns what the clock of the node said that last tidied it, believed or not, the epoch for never. */
    public Instant tidiedBy() {
        return fields.instant("tidiedBy");
    }

    public Pulse pulse() {
        return Pulse.read(fields.child("pulse").orElseThrow());
    }

    /** Returns whether it was changed by a round that has not come to its end: it is neither as it was nor as it is to be. */
    public boolean isTorn() {
        return fields.flag("torn");
    }

    /** Returns whether a listing of it has ever ended well. */
    public boolean isListed() {
        return pulse().generations() > 0;
    }

    public Trouble trouble() {
        return Trouble.read(fields.child("trouble").orElseThrow());
    }

    /** Returns whether the owner is being erased: nothing is to be written any more. */
    public boolean isErased() {
        return fields.flag("erased");
    }

    public CalendarRecord log(LogHead log) {
        return over(copy -> copy.put("log", log.write()));
    }

    public CalendarRecord state(CalendarState state) {
        return over(copy -> copy.put("state", state));
    }

    public CalendarRecord cursor(Position.Cursor cursor) {
        return over(copy -> copy.put("cursor", cursor.token()));
    }

    public CalendarRecord withoutCursor() {
        return over(copy -> copy.remove("cursor"));
    }

    public CalendarRecord round(Round round) {
        return over(copy -> copy.put("round", round.write()));
    }

    public CalendarRecord withoutRound() {
        return over(copy -> copy.remove("round"));
    }

    public CalendarRecord review(Review review) {
        return over(copy -> copy.put("review", review.write()));
    }

    public CalendarRecord withoutReview() {
        return over(copy -> copy.remove("review"));
    }

    public CalendarRecord discarded(String digest) {
        return over(copy -> copy.put("discarded", digest));
    }

    public CalendarRecord horizon(Instant horizon) {
        return over(copy -> copy.put("horizon", horizon));
    }

    /** Returns it as connected with another zone. */
    public CalendarRecord givenZone(ZoneId zone) {
        return over(copy -> copy.put("zone", zone.getId()));
    }

    /** Returns it with what a page said besides the changes. */
    public CalendarRecord noted(PageNotes notes) {
        boolean says = !notes.remark().equals(remark())
                || !notes.refresh().equals(refresh())
                || !notes.zone().or(() -> zone("sourceZone")).equals(zone("sourceZone"));
        return says ? over(copy -> note(notes, copy)) : this;
    }

    private static Fields note(PageNotes notes, Fields fields) {
        notes.zone().ifPresent(zone -> fields.put("sourceZone", zone.getId()));
        notes.refresh()
                .ifPresentOrElse(pause -> fields.put("refresh", pause.toSeconds()), () -> fields.remove("refresh"));
        return fields.put("remark", notes.remark());
    }

    /** Returns it after a listing of a stretch of time ended. */
    public CalendarRecord window(SyncWindow window) {
        return over(copy -> copy.put("windowFrom", window.from()).put("windowUntil", window.until()));
    }

    /** Returns it after everything there is was read. */
    public CalendarRecord withoutWindow() {
        return over(copy -> copy.remove("windowFrom").remove("windowUntil"));
    }

    public CalendarRecord uses(Set<Use> uses) {
        return over(
                copy -> copy.put("uses", uses.stream().sorted().map(Use::name).toList()));
    }

    /** Returns it as a calendar list tells of it. */
    public CalendarRecord described(RemoteCalendar remote) {
        CalendarRecord named = over(copy -> copy.put("name", remote.name()).put("access", remote.access()));
        return remote.zone().map(named::givenZone).orElse(named);
    }

    /** Returns whether a calendar list would tell the same of another. */
    public boolean describes(CalendarRecord other) {
        return info.equals(other.info)
                && access() == other.access()
                && givenZone().equals(other.givenZone());
    }

    public CalendarRecord timesOnly(boolean timesOnly) {
        return over(copy -> copy.put("timesOnly", timesOnly));
    }

    public CalendarRecord torn() {
        return over(copy -> copy.put("torn", true));
    }

    public CalendarRecord unendedDeletions(int count) {
        return over(copy -> copy.put("unended", count));
    }

    /** Returns it as tidied now, which is not believed to be much later than all that is known to have happened to it. */
    public CalendarRecord tidied(Instant clock) {
        Instant most = latest(tidied().plus(DueRecords.FARTHEST), belief().most());
        return over(
                copy -> copy.put("tidied", clock.isAfter(most) ? most : clock).put("tidiedBy", clock));
    }

    public CalendarRecord pulse(Pulse pulse) {
        return over(copy -> copy.put("pulse", pulse.write()));
    }

    public CalendarRecord trouble(Trouble trouble) {
        return over(copy -> copy.put("trouble", trouble.write()));
    }

    public CalendarRecord erased() {
        return over(copy -> copy.put("erased", true));
    }

    private CalendarRecord over(UnaryOperator<Fields> change) {
        return new CalendarRecord(change.apply(fields.copy()));
    }
}
