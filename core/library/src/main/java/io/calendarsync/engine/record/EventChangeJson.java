package io.calendarsync.engine.record;

import io.calendarsync.Difference;
import io.calendarsync.EventChange;
import io.calendarsync.EventChange.Kind;
import io.calendarsync.EventChange.Origin;
import io.calendarsync.EventChange.Provenance;
import io.calendarsync.Meaning;
import io.calendarsync.model.Event;
import io.calendarsync.model.HostKey;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of an event: both states whole, so that a reader needs nothing else. */
final class EventChangeJson {

    private EventChangeJson() {}

    static void write(JsonOut out, EventChange change) throws IOException {
        out.text("kind", change.kind().name());
        if (change.before().isPresent()) {
            Event before = change.before().get();
            out.object("before", () -> EventJson.write(out, before));
        }
        if (change.after().isPresent()) {
            Event after = change.after().get();
            out.object("after", () -> EventJson.write(out, after));
        }
        FieldChangeJson.write(out, change);
        Set<Meaning> inOrder = EnumSet.noneOf(Meaning.class);
        inOrder.addAll(change.meanings());
        out.texts("meanings", inOrder, Meaning::name);
        Provenance provenance = change.provenance();
        out.constant("origin", provenance.origin(), Origin.EXTERNAL, Origin.EXTERNAL);
        out.text("hostKey", provenance.hostKey().map(HostKey::value).orElse(""));
        out.flag("initial", provenance.initial());
    }

    static SyncEventJson.Content read(JsonIn in) throws IOException {
        @Nullable Kind kind = null;
        Optional<Event> before = Optional.empty();
        Optional<Event> after = Optional.empty();
        List<FieldChangeJson.Read> fields = List.of();
        Set<Meaning> meanings = EnumSet.noneOf(Meaning.class);
        Origin origin = Origin.EXTERNAL;
        Optional<HostKey> hostKey = Optional.empty();
        boolean initial = false;
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "kind" -> kind = Kind.valueOf(in.text());
                case "before" -> before = Optional.of(in.object(name, EventJson::read));
                case "after" -> after = Optional.of(in.object(name, EventJson::read));
                case "fields" -> fields = FieldChangeJson.read(in);
                case "meanings" -> meanings.addAll(in.texts(EventChangeJson::meaning));
                case "origin" -> origin = in.constant(name, Origin.EXTERNAL);
                case "hostKey" -> hostKey = Optional.of(new HostKey(in.text()));
                case "initial" -> initial = in.flag();
                default -> in.unknown(name);
            }
        }
        if (kind == null) {
            throw new UnreadablePayload("change without its kind");
        }
        Kind what = kind;
        Optional<Event> was = before;
        Optional<Event> is = after;
        Difference difference = new Difference(FieldChangeJson.resolve(fields, before, after), meanings);
        Provenance provenance = new Provenance(origin, hostKey, initial);
        return (position, owner, at) -> new EventChange(position, owner, at, what, was, is, difference, provenance);
    }

    /** A newer writer's meaning is at least something. */
    private static Meaning meaning(String name) {
        for (Meaning meaning : Meaning.values()) {
            if (meaning.name().equals(name)) {
                return meaning;
            }
        }
        return Meaning.OTHER;
    }
}
