package io.calendarsync.ics.corpus;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two readers should agree on about an event, as text. */
record Facts(String uid, String start, String end, String rule, String status) {

    static final String NONE = "none";

    static Facts of(Event event) {
        EventTime time = event.time();
        return new Facts(
                event.uid(),
                start(time),
                end(time),
                rule(event),
                event.disposition().status().name());
    }

    /** Returns entries that share a UID in an order that a zone or a missing end does not change. */
    static List<Facts> ordered(List<Facts> sharing) {
        return sharing.stream()
                .sorted(Comparator.comparing((Facts facts) -> facts.rule)
                        .thenComparing(facts -> facts.start.replace("floating ", ""))
                        .thenComparing(Facts::toString))
                .toList();
    }

    /** Returns the names of the fields in which another opinion differs. */
    List<String> differences(Facts other) {
        List<String> fields = new ArrayList<>();
        if (other.start.equals(NONE)) {
            return List.of();
        }
        if (!start.equals(other.start)) {
            fields.add("start");
        }
        if (!end.equals(other.end)) {
            fields.add("end");
        }
        if (!rule.equals(other.rule)) {
            fields.add("rule");
        }
        if (!status.equals(other.status)) {
            fields.add("status");
        }
        return fields;
    }

    private static String start(EventTime time) {
        if (time instanceof EventTime.AllDay days) {
            return text(days.start());
        }
        return time instanceof EventTime.Timed ? text(time.span(ZoneOffset.UTC).start()) : text(time.localStart());
    }

    private static String end(EventTime time) {
        if (time instanceof EventTime.AllDay days) {
            return text(days.endExclusive());
        }
        Instant end = time.span(ZoneOffset.UTC).end();
        return time instanceof EventTime.Timed ? text(end) : text(LocalDateTime.ofInstant(end, ZoneOffset.UTC));
    }

    private static String rule(Event event) {
        return event.shape() instanceof EventShape.Series series
                        && !series.recurrence().rules().isEmpty()
                ? rule(series.recurrence().rules().get(0))
                : "";
    }

    static String text(LocalDate date) {
        return date.toString();
    }

    static String text(LocalDateTime local) {
        return "floating " + local;
    }

    static String text(Instant instant) {
        return instant.toString();
    }

    /** A date without an end is one day, a time without one has no length. */
    static String endOfNothing(String start) {
        return start.length() == 10 ? LocalDate.parse(start).plusDays(1).toString() : start;
    }

    /** Returns the parts of a rule in an order of their own, without those that say what holds anyway. */
    static String rule(String text) {
        return text.isBlank()
                ? ""
                : Stream.of(text.toUpperCase(Locale.ROOT).replace(" ", "").split(";", -1))
                        .filter(part -> !part.isEmpty() && !part.equals("INTERVAL=1") && !part.equals("WKST=MO"))
                        .map(part -> part.startsWith("BYDAY=") ? part.replace("+", "") : part)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .toString();
    }

    static String status(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "CANCELLED", "CANCELED" -> "CANCELLED";
            case "TENTATIVE" -> "TENTATIVE";
            default -> "CONFIRMED";
        };
    }
}
