package io.calendarsync.engine.publish;

import io.calendarsync.EntityPublisher;
import io.calendarsync.Mapping;
import io.calendarsync.Publisher;
import io.calendarsync.PutResult;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.HostKey;
import java.util.Optional;

/** Publishes things as a mapping says. Thread-safe if the mapping is. */
final class MappedPublisher<T> implements EntityPublisher<T> {

    private final Publisher publisher;
    private final Mapping<T> mapping;

    MappedPublisher(Publisher publisher, Mapping<T> mapping) {
        this.publisher = publisher;
        this.mapping = mapping;
    }

    @Override
    public PutResult sync(T entity) {
        HostKey key = mapping.key(entity);
        long revision = mapping.revision(entity);
        if (!mapping.wanted(entity)) {
            PutResult retracted = publisher.retract(key, revision, mapping.invitations(entity));
            return retracted == PutResult.SUPERSEDED ? retracted : PutResult.NOT_WANTED;
        }
        Optional<CalendarId> route = mapping.route(entity);
        return route.isEmpty()
                ? PutResult.NO_ROUTE
                : publisher.put(key, revision, route.get(), mapping.draft(entity), mapping.invitations(entity));
    }

    @Override
    public PutResult gone(HostKey key, long revision) {
        return publisher.retract(key, revision);
    }
}
