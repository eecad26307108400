package io.calendarsync.engine.record;

import io.calendarsync.model.EventDraft;

/** Turns publications into payloads and back, under the rules of {@link EventCodec}; thread-safe. */
public final class PublicationCodec {

    private final PayloadJson json = new PayloadJson(Versions.CURRENT);

    /** Creates a codec of this build's format. */
    public PublicationCodec() {}

    /** What was read, and what a newer writer added. */
    record Read(Publication publication, UnknownMembers unknown) {}

    byte[] encode(Publication publication, UnknownMembers unknown) {
        return json.write(unknown, out -> PublicationJson.write(out, publication));
    }

    byte[] plain(Publication publication) {
        return json.plain(UnknownMembers.none(), out -> PublicationJson.write(out, publication));
    }

    Read decode(byte[] payload) {
        PayloadJson.Read<Publication> read = json.read(payload, PublicationJson::read);
        return new Read(read.value(), read.unknown());
    }

    /** Returns the bytes a draft takes before they are deflated. */
    public int size(EventDraft draft) {
        return json.plain(UnknownMembers.none(), out -> DraftJson.write(out, draft)).length;
    }
}
