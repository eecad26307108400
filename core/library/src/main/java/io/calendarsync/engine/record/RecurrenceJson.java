package io.calendarsync.engine.record;

import io.calendarsync.model.EventShape;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an event relates to a series: member {@code series} for a master, {@code override} for an override. */
final class RecurrenceJson {

    private RecurrenceJson() {}

    static void write(JsonOut out, EventShape shape) throws IOException {
        if (shape instanceof EventShape.Series series) {
            out.object("series", () -> writeSeries(out, series.recurrence()));
        } else if (shape instanceof EventShape.Override override) {
            out.object("override", () -> {
                out.text("of", override.seriesId());
                out.text("at", RecurrenceIdText.write(override.recurrenceId()));
                out.flag("future", override.thisAndFuture());
            });
        } else if (!(shape instanceof EventShape.Single)) {
            throw new IllegalStateException("no form for " + shape.getClass());
        }
    }

    private static void writeSeries(JsonOut out, Recurrence recurrence) throws IOException {
        out.texts("lines", recurrence.lines(), line -> line);
        out.texts("rules", recurrence.rules(), rule -> rule);
        out.texts("exRules", recurrence.exceptionRules(), rule -> rule);
        out.texts("dates", recurrence.dates(), RecurrenceJson::dateText);
        out.texts("exDates", recurrence.exceptionDates(), RecurrenceIdText::write);
    }

    static EventShape.Series readSeries(JsonIn in) throws IOException {
        List<String> lines = List.of();
        List<String> rules = List.of();
        List<String> exceptionRules = List.of();
        List<RecurrenceDate> dates = List.of();
        List<RecurrenceId> exceptionDates = List.of();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "lines" -> lines = in.texts(line -> line);
                case "rules" -> rules = in.texts(rule -> rule);
                case "exRules" -> exceptionRules = in.texts(rule -> rule);
                case "dates" -> dates = in.texts(RecurrenceJson::date);
                case "exDates" -> exceptionDates = in.texts(RecurrenceIdText::read);
                default -> in.unknown(name);
            }
        }
        return new EventShape.Series(new Recurrence(lines, rules, exceptionRules, dates, exceptionDates));
    }

    static EventShape.Override readOverride(JsonIn in) throws IOException {
        String seriesId = "";
        @Nullable RecurrenceId at = null;
        boolean future = false;
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "of" -> seriesId = in.text();
                case "at" -> at = RecurrenceIdText.read(in.text());
                case "future" -> future = in.flag();
                default -> in.unknown(name);
            }
        }
        if (at == null) {
            throw new UnreadablePayload("override without its original start");
        }
        return new EventShape.Override(seriesId, at, future);
    }

    private static String dateText(RecurrenceDate date) {
        String start = RecurrenceIdText.write(date.start());
        return date.length().map(length -> start + '/' + length).orElse(start);
    }

    private static RecurrenceDate date(String text) {
        int slash = text.indexOf('/', text.indexOf(']') + 1);
        return slash < 0
                ? new RecurrenceDate(RecurrenceIdText.read(text), Optional.empty())
                : new RecurrenceDate(
                        RecurrenceIdText.read(text.substring(0, slash)),
                        Optional.of(Duration.parse(text.substring(slash + 1))));
    }
}
