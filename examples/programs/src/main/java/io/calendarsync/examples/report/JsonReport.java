package io.calendarsync.examples.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.EventChange;
import io.calendarsync.FieldChange;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import java.io.PrintWriter;

/** One JSON object a line, flushed as it is written: who reads it has what was acknowledged. */
final class JsonReport implements Report {

    private final PrintWriter out;

    JsonReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void change(String source, EventChange change) {
        Event event = change.event();
        ObjectNode line = line(Names.of(change.kind())).put("source", source).put("uid", event.uid());
        if (event.shape() instanceof EventShape.Override override) {
            line.put("recurrenceId", Times.text(override.recurrenceId()));
        }
        line.put("title", event.title())
                .put("start", Times.start(event.time()))
                .put("end", Times.end(event.time()))
                .put("allDay", event.time() instanceof EventTime.AllDay);
        Times.zone(event.time()).ifPresent(zone -> line.put("zone", zone));
        line.put("status", Names.of(event.disposition().status()));
        ArrayNode fields = line.putArray("fields");
        for (FieldChange field : change.fields()) {
            fields.addObject()
                    .put("name", FieldTexts.name(field))
                    .put("old", FieldTexts.value(field.field(), field.before()))
                    .put("new", FieldTexts.value(field.field(), field.after()));
        }
        ArrayNode meanings = line.putArray("meanings");
        change.meanings().stream().sorted().map(Names::of).forEach(meanings::add);
        write(line.put("initial", change.initial()));
    }

    @Override
    public void instance(Instance instance) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        write(fill(line, instance));
    }

    private static ObjectNode fill(ObjectNode line, Instance instance) {
        line.put("uid", instance.event().uid());
        if (!instance.recurrenceId().isEmpty()) {
            line.put("recurrenceId", instance.recurrenceId());
        }
        return line.put("start", instance.start())
                .put("end", instance.end())
                .put("allDay", instance.allDay())
                .put("title", instance.event().title());
    }

    @Override
    public void clash(Conflict conflict) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        fill(
                line.putObject("a").put("source", conflict.a().source()),
                conflict.a().instance());
        fill(
                line.putObject("b").put("source", conflict.b().source()),
                conflict.b().instance());
        write(line.put("from", conflict.from()).put("to", conflict.to()));
    }

    @Override
    public void slot(String start, String end) {
        write(JsonNodeFactory.instance.objectNode().put("start", start).put("end", end));
    }

    @Override
    public void standing(Standing standing) {
        ObjectNode line = line("health")
                .put("source", standing.source())
                .put("state", standing.state())
                .put("events", standing.events());
        if (!standing.asOf().isEmpty()) {
            line.put("asOf", standing.asOf());
        }
        ArrayNode findings = line.putArray("findings");
        standing.findings().forEach(findings::add);
        line.put("advice", standing.advice());
        ArrayNode missing = line.putArray("missing");
        for (Event event : standing.missing()) {
            ObjectNode one = missing.addObject().put("uid", event.uid());
            if (event.shape() instanceof EventShape.Override override) {
                one.put("recurrenceId", Times.text(override.recurrenceId()));
            }
            one.put("title", event.title()).put("start", Times.start(event.time()));
        }
        write(line);
    }

    @Override
    public void say(ObjectNode line, String text) {
        write(line);
    }

    @Override
    public void summary(Summary summary) {
        ObjectNode line = line("summary");
        summary.counts().forEach(line::put);
        line.put("degraded", summary.degraded());
        ObjectNode reasons = line.putObject("reasons");
        summary.reasons().forEach(reasons::put);
        ArrayNode events = line.putArray("degradedEvents");
        for (Summary.Lost lost : summary.lost()) {
            events.addObject()
                    .put("source", lost.source())
                    .put("uid", lost.uid())
                    .put("reason", lost.reason())
                    .put("detail", lost.detail());
        }
        if (!summary.unknown().isEmpty()) {
            ArrayNode unknown = line.putArray("unknown");
            summary.unknown()
                    .forEach(gap -> unknown.addObject()
                            .put("source", gap.source())
                            .put("from", gap.from())
                            .put("to", gap.to())
                            .put("why", gap.why()));
        }
        write(line.put("bytes", summary.bytes()).put("milliseconds", summary.milliseconds()));
    }

    private static ObjectNode line(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private void write(ObjectNode line) {
        out.print(line.toString() + "\n");
        out.flush();
    }
}
