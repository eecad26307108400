package io.calendarsync.engine.plan;

import io.calendarsync.engine.record.EventCodec;
import io.calendarsync.model.Event;
import io.calendarsync.model.RandomEvents;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Prints what a fingerprint, a payload and its reading cost; asserts nothing. */
public final class FingerprintSpeed {

    private FingerprintSpeed() {}

    public static void main(String[] args) {
        RandomEvents random = new RandomEvents(1);
        List<Event> events = Stream.generate(random::small).limit(10_000).toList();
        EventCodec codec = new EventCodec();
        List<byte[]> payloads = events.stream().map(codec::encode).toList();
        Fingerprint fingerprint = new Fingerprint();
        System.out.printf(
                "bytes a payload: %d%n",
                payloads.stream().mapToInt(p -> p.length).sum() / payloads.size());
        for (int round = 0; round < 8; round++) {
            time("fingerprint", events, fingerprint::of);
            time("encode", events, codec::encode);
            time("decode", payloads, codec::decode);
        }
    }

    private static <T> void time(String what, List<T> all, Consumer<T> work) {
        long start = System.nanoTime();
        all.forEach(work);
        System.out.printf("%s of %d: %d ms%n", what, all.size(), (System.nanoTime() - start) / 1_000_000);
    }
}
