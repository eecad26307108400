package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "This and following": there is no such thing in the API. The series ends before the instance, and a new series begins
 * with it, whose id alone hints at where it comes from.
 */
final class Split {

    private static final Pattern COUNT = Pattern.compile(";?COUNT=(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL = Pattern.compile(";?UNTIL=[^;]+", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final World world;
    private final EventWriter writer;
    private final ByHand hand;

    Split(World world, EventWriter writer, ByHand hand) {
        this.world = world;
        this.writer = writer;
        this.hand = hand;
    }

    String at(StoredCalendar calendar, ObjectNode master, EventTimes at, ObjectNode patch) {
        String id = master.path("id").asText();
        int before = Series.of(master, calendar.zone())
                .within(new Span(Long.MIN_VALUE, at.span().start()), Integer.MAX_VALUE)
                .size();
        if (before == 0) {
            throw ApiException.invalid("A series cannot be split at its first instance.");
        }
        ObjectNode following = following(calendar, master, at, before);
        ArrayNode ended = lines(master, rule -> without(rule) + ";UNTIL=" + until(at));
        hand.edit(calendar, id, Json.object().set("recurrence", ended));
        Merge.intoEvent(following, patch);
        String name = id + "_R" + (at.allDay() ? at.stamp() : LOCAL.format(at.start()));
        following.put("id", name);
        following.put("iCalUID", name + "@google.com");
        Drafts.times(calendar, following);
        return writer.put(calendar, following, world.now()).id();
    }

    private ObjectNode following(StoredCalendar calendar, ObjectNode master, EventTimes at, int before) {
        ObjectNode following = master.deepCopy();
        at.writeTo(following, calendar.zone());
        following.set("recurrence", lines(master, rule -> {
            Matcher count = COUNT.matcher(rule);
            return count.find() ? without(rule) + ";COUNT=" + (Long.parseLong(count.group(1)) - before) : rule;
        }));
        following.put("sequence", 0);
        following.put("created", EventRendering.stamp(world.now()));
        return following;
    }

    private static ArrayNode lines(ObjectNode master, UnaryOperator<String> ofRules) {
        List<String> lines = new ArrayList<>();
        master.path("recurrence").forEach(line -> lines.add(line.asText()));
        ArrayNode changed = Json.array();
        lines.forEach(line -> changed.add(line.startsWith("RRULE") ? ofRules.apply(line) : line));
        return changed;
    }

    private static String without(String rule) {
        return UNTIL.matcher(COUNT.matcher(rule).replaceAll("")).replaceAll("");
    }

    private static String until(EventTimes at) {
        return at.allDay()
                ? at.start().minusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE)
                : LOCAL.format(at.startAt().minusSeconds(1).atOffset(ZoneOffset.UTC)) + "Z";
    }
}
