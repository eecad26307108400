package io.calendarsync.engine.pull;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Details;
import io.calendarsync.model.Event;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.Participants;
import io.calendarsync.model.Person;
import io.calendarsync.model.ProviderExtras;
import io.calendarsync.spi.provider.OwnMarker;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leaves of an event only when and how it counts, for owners who agreed to no more. Pure. */
final class TimesOnly {

    private TimesOnly() {}

    static Event of(Event event) {
        return event.toBuilder()
                .details(Details.of(""))
                .participants(self(event.participants()))
                .extensions(bare(event))
                .build();
    }

    /** Whether its owner has declined counts; who else was asked does not. */
    private static Participants self(Participants all) {
        List<Attendee> self = all.self()
                .map(own -> new Attendee(new Person("", ""), own.role(), own.status(), true))
                .map(List::of)
                .orElseGet(List::of);
        return new Participants(Optional.empty(), self, false);
    }

    private static Extensions bare(Event event) {
        String mark = OwnMarker.on(event);
        List<Degradation> degradations = event.degradations().stream()
                .map(degradation -> new Degradation(degradation.reason(), ""))
                .toList();
        return new Extensions(
                mark.isEmpty() ? Map.of() : Map.of(OwnMarker.PROPERTY, mark), ProviderExtras.none(), degradations);
    }
}
