package io.calendarsync.engine.publish;

import io.calendarsync.PublicationStatus;
import io.calendarsync.PublicationStatus.State;
import io.calendarsync.engine.record.Errand;
import io.calendarsync.engine.record.Place;
import io.calendarsync.engine.record.Publication;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Says how a publication stands. Pure. */
final class Statuses {

    private Statuses() {}

    static PublicationStatus of(HostKey key, Publication is) {
        Optional<Place> target = is.wanted().flatMap(wanted -> is.placeIn(wanted.target()));
        List<EventRef> leaving = is.places().stream()
                .filter(place -> place.isOpen()
                        && !is.isWantedIn(place.calendar())
                        && !place.eventId().isEmpty())
                .map(place -> new EventRef(place.calendar(), place.eventId()))
                .toList();
        Optional<Instant> next = is.errands().stream()
                .map(Errand::due)
                .filter(due -> due.isBefore(Errand.NEVER))
                .min(Instant::compareTo);
        String trouble = is.errands().stream()
                .map(errand -> errand.trouble().message())
                .filter(message -> !message.isEmpty())
                .findFirst()
                .orElse("");
        return new PublicationStatus(
                key,
                state(is, target, next),
                number(is.revision()),
                number(is.written()),
                target.filter(place -> place.state() == Place.State.LINKED)
                        .map(place -> new EventRef(place.calendar(), place.eventId())),
                leaving,
                next,
                trouble);
    }

    private static State state(Publication is, Optional<Place> target, Optional<Instant> next) {
        if (is.wanted().isEmpty() && is.places().isEmpty()) {
            return State.UNKNOWN;
        }
        if (is.errands().stream().anyMatch(Errand::isStopped)) {
            return State.FAILED;
        }
        if (is.errands().stream().anyMatch(Errand::isDropped)) {
            return State.DROPPED;
        }
        if (next.isPresent()) {
            return State.PENDING;
        }
        if (is.wanted().isEmpty()) {
            return State.RETRACTED;
        }
        return target.filter(place -> place.state() == Place.State.REMOVED).isPresent()
                ? State.REMOVED_REMOTELY
                : State.PUBLISHED;
    }

    private static OptionalLong number(long revision) {
        return revision == Publication.NEVER ? OptionalLong.empty() : OptionalLong.of(revision);
    }
}
