package io.calendarsync.examples.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.EventChange;
import io.calendarsync.FieldChange;
import io.calendarsync.examples.Printable;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lines for people. */
final class TextReport implements Report {

    private static final Set<String> ALWAYS = Set.of("sources", "events", "instances", "conflicts", "slots");

    private final PrintWriter out;

    TextReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void change(String source, EventChange change) {
        Event event = change.event();
        String zone = Times.zone(event.time()).map(name -> " " + name).orElse("");
        String series =
                event.isSeries() ? " (series)" : event.shape() instanceof EventShape.Override ? " (instance)" : "";
        write(String.format(
                Locale.ROOT,
                "%-13s %s%s  %s%s",
                Names.of(change.kind()),
                Times.start(event.time()),
                zone,
                event.title(),
                series));
        for (FieldChange field : change.fields()) {
            write(String.format(
                    Locale.ROOT,
                    "%-13s   %s: %s -> %s",
                    "",
                    FieldTexts.name(field),
                    orNothing(FieldTexts.value(field.field(), field.before())),
                    orNothing(FieldTexts.value(field.field(), field.after()))));
        }
    }

    @Override
    public void instance(Instance instance) {
        write(instance.start() + "  " + instance.end() + "  " + instance.event().title());
    }

    @Override
    public void clash(Conflict conflict) {
        write(conflict.from() + "  " + conflict.to() + "  " + text(conflict.a()) + "  and  " + text(conflict.b()));
    }

    private static String text(Side side) {
        return side.instance().event().title() + " (" + side.source() + ")";
    }

    @Override
    public void slot(String start, String end) {
        write(start + "  " + end);
    }

    @Override
    public void standing(Standing standing) {
        write(standing.source() + "  " + standing.state() + "  " + standing.events() + " events");
        standing.findings().forEach(finding -> write("    " + finding));
        if (!standing.advice().isEmpty()) {
            write("    " + standing.advice());
        }
        standing.missing().forEach(event -> write("    missing  " + Times.start(event.time()) + "  " + event.title()));
    }

    @Override
    public void say(ObjectNode line, String text) {
        text.lines().forEach(this::write);
    }

    @Override
    public void summary(Summary summary) {
        summary.unknown()
                .forEach(gap ->
                        write("not known: " + gap.source() + "  " + gap.from() + "  " + gap.to() + "  " + gap.why()));
        String counts = summary.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0 || ALWAYS.contains(count.getKey()))
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        String degraded = summary.reasons().entrySet().stream()
                .map(TextReport::reason)
                .collect(Collectors.joining(", ", "; degraded " + summary.degraded() + " (", ")"));
        write(counts + (summary.degraded() == 0 ? "" : degraded) + "; " + summary.bytes() + " bytes in "
                + summary.milliseconds() + " ms");
    }

    private static String reason(Map.Entry<String, Long> reason) {
        return reason.getKey() + " " + reason.getValue();
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? "(nothing)" : value;
    }

    private void write(String line) {
        out.print(Printable.line(line) + "\n");
        out.flush();
    }
}
