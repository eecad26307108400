package io.calendarsync.engine.record;

import io.calendarsync.model.Event;

/**
 * Turns events into payloads and back; thread-safe.
 *
 * <p>A payload is JSON, deflated where that is worth it, that says which version wrote it and which is the oldest that
 * may read it. What a newer writer added is handed out beside the event and goes back when the record is written again.
 * The rules are in {@code docs/decisions/0005-payloads.md}.
 */
public final class EventCodec {

    private final PayloadJson json;

    /** Creates a codec of this build's format. */
    public EventCodec() {
        this(Versions.CURRENT);
    }

    EventCodec(Versions versions) {
        this.json = new PayloadJson(versions);
    }

    /** Returns the payload of a new record. */
    public byte[] encode(Event event) {
        return encode(event, UnknownMembers.none());
    }

    /** Returns the payload of a record that replaces one which held those unknown members. */
    public byte[] encode(Event event, UnknownMembers unknown) {
        return json.write(unknown, out -> EventJson.write(out, event));
    }

    /** Returns the JSON of a payload as it stands before it is deflated. */
    byte[] plain(Event event, UnknownMembers unknown) {
        return json.plain(unknown, out -> EventJson.write(out, event));
    }

    /** Returns the bytes the event takes before they are deflated: what limits are measured by. */
    int plainSize(Event event) {
        return json.plain(UnknownMembers.none(), out -> EventJson.write(out, event)).length;
    }

    /**
     * Returns the event of a payload that is only looked at.
     *
     * @throws NewerPayload if only a newer build may read it
     * @throws UnreadablePayload if it is damaged
     */
    public Event decode(byte[] payload) {
        return decodeStored(payload).event();
    }

    /**
     * Returns the event of a payload and what must go back when it is written again.
     *
     * @throws NewerPayload if only a newer build may read it
     * @throws UnreadablePayload if it is damaged
     */
    public StoredEvent decodeStored(byte[] payload) {
        PayloadJson.Read<Event> read = json.read(payload, EventJson::read);
        return new StoredEvent(read.value(), read.unknown());
    }
}
