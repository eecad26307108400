package io.calendarsync.engine.record;

import io.calendarsync.LogPosition;
import io.calendarsync.SyncEvent;
import io.calendarsync.model.OwnerId;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns entries of a log into payloads and back, under the rules of {@link EventCodec}; thread-safe. */
public final class SyncEventCodec {

    private final PayloadJson json;

    /** Creates a codec of this build's format. */
    public SyncEventCodec() {
        this(Versions.CURRENT);
    }

    SyncEventCodec(Versions versions) {
        this.json = new PayloadJson(versions);
    }

    /** Returns the payload of an entry. */
    public byte[] encode(SyncEvent event) {
        return json.write(UnknownMembers.none(), out -> write(out, event));
    }

    /** Returns the JSON of a payload as it stands before it is deflated. */
    byte[] plain(SyncEvent event) {
        return json.plain(UnknownMembers.none(), out -> write(out, event));
    }

    /** Returns the bytes an entry takes before they are deflated: what limits are measured by. */
    int plainSize(SyncEvent event) {
        return json.plain(UnknownMembers.none(), out -> write(out, event)).length;
    }

    /**
     * Returns the entry of a payload. What a newer writer added is dropped: nobody writes an entry again.
     *
     * @throws NewerPayload if only a newer build may read it
     * @throws UnreadablePayload if it is damaged
     */
    public SyncEvent decode(byte[] payload) {
        return json.read(payload, SyncEventCodec::read).value();
    }

    private static void write(JsonOut out, SyncEvent event) throws IOException {
        out.text("log", event.position().log());
        out.text("epoch", event.position().epoch());
        out.always("number", event.position().number());
        out.text("owner", event.owner().value());
        out.value("at", event.at());
        SyncEventJson.write(out, event);
    }

    private static SyncEvent read(JsonIn in) throws IOException {
        String log = "";
        String epoch = "";
        long number = 0;
        @Nullable OwnerId owner = null;
        @Nullable Instant at = null;
        SyncEventJson.@Nullable Content content = null;
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "log" -> log = in.text();
                case "epoch" -> epoch = in.text();
                case "number" -> number = in.number();
                case "owner" -> owner = new OwnerId(in.text());
                case "at" -> at = InstantText.parse(in.text());
                case "event" -> content = in.object(name, EventChangeJson::read);
                case "calendar" -> content = in.object(name, SyncEventJson::readCalendar);
                case "review" -> content = in.object(name, SyncEventJson::readReview);
                case "write" -> content = in.object(name, WriteOutcomeJson::read);
                case "connection" -> content = in.object(name, SyncEventJson::readConnection);
                case "restarted" -> content = in.object(name, SyncEventJson::readRestarted);
                default -> in.unknown(name);
            }
        }
        if (owner == null || at == null || content == null) {
            throw new UnreadablePayload("entry without owner, time or content");
        }
        return content.at(new LogPosition(log, epoch, number), owner, at);
    }
}
