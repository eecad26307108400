package io.calendarsync.engine.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Versioned JSON documents, packed; thread-safe. */
final class PayloadJson {

    /** Writes the members of a document. */
    interface Writing {
        void write(JsonOut out) throws IOException;
    }

    /** What was read from a document. */
    record Read<T>(T value, UnknownMembers unknown) {}

    private final JsonFactory json = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Packing.MOST_UNPACKED)
                    .build())
            .build();
    private final Versions versions;

    PayloadJson(Versions versions) {
        this.versions = versions;
    }

    byte[] write(UnknownMembers unknown, Writing body) {
        return Packing.pack(plain(unknown, body));
    }

    byte[] plain(UnknownMembers unknown, Writing body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            JsonOut out = new JsonOut(generator, unknown);
            out.document(versions, () -> body.write(out));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Reads a document; everything its content can be wrong in comes out as {@link UnreadablePayload}. */
    <T> Read<T> read(byte[] payload, JsonIn.Body<T> body) {
        byte[] source = Packing.unpack(payload);
        try (JsonParser parser = json.createParser(source)) {
            JsonIn in = new JsonIn(parser, source);
            Versions written = in.begin();
            if (!versions.mayRead(written)) {
                throw NewerPayload.of(written, versions);
            }
            T value = body.read(in);
            return new Read<>(value, in.finish(written));
        } catch (NewerPayload | UnreadablePayload e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Not as the cause: parsers quote what they stumble over.
            throw new UnreadablePayload(
                    "payload cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
