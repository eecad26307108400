package io.calendarsync.google.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Journeys, each of which has to end with the store as Google has it, and every difference told. */
class JourneyTest {

    /** Two hundred where all are wanted: {@code -Dcalendarsync.journeys=200}. */
    private static final int JOURNEYS = Integer.getInteger("calendarsync.journeys", 40);

    private static final int LEAST_OF_EACH = JOURNEYS / 4;

    private final Map<Trouble, Integer> met = Collections.synchronizedMap(new EnumMap<>(Trouble.class));

    @Test
    void every_journey_ends_in_step_with_google() {
        HttpClient http = HttpClient.newHttpClient();
        LongStream.rangeClosed(1, JOURNEYS).parallel().forEach(seed -> travel(seed, http));

        System.out.println(JOURNEYS + " journeys of " + Journey.STEPS + " steps: " + met);
        assertThat(Journey.kinds())
                .allSatisfy(kind ->
                        assertThat(met.getOrDefault(kind, 0)).as(kind.name()).isGreaterThanOrEqualTo(LEAST_OF_EACH));
    }

    private void travel(long seed, HttpClient http) {
        try (Journey journey = new Journey(seed, http, kind -> met.merge(kind, 1, Integer::sum))) {
            journey.run();
        } catch (Exception | AssertionError e) {
            throw new AssertionError("journey " + seed + ": " + e.getMessage(), e);
        }
    }
}
