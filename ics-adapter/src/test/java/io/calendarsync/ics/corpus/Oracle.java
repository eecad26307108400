package io.calendarsync.ics.corpus;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarParserFactory;
import net.fortuna.ical4j.data.ContentHandlerContext;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.util.CompatibilityHints;

/** What ical4j, as lenient as it can be, makes of a calendar. Its hints are the JVM's: to be closed. */
final class Oracle implements AutoCloseable {

    private static final List<String> HINTS = List.of(
            CompatibilityHints.KEY_RELAXED_UNFOLDING,
            CompatibilityHints.KEY_RELAXED_PARSING,
            CompatibilityHints.KEY_RELAXED_VALIDATION,
            CompatibilityHints.KEY_OUTLOOK_COMPATIBILITY,
            CompatibilityHints.KEY_NOTES_COMPATIBILITY);

    Oracle() {
        HINTS.forEach(hint -> CompatibilityHints.setHintEnabled(hint, true));
    }

    @Override
    public void close() {
        HINTS.forEach(CompatibilityHints::clearHintEnabled);
    }

    /** Returns the events of a calendar, empty where it cannot be read. */
    Optional<List<Facts>> read(byte[] body) {
        try {
            Calendar calendar = new CalendarBuilder(
                            CalendarParserFactory.getInstance().get(),
                            new ContentHandlerContext().withSuppressInvalidProperties(true),
                            TimeZoneRegistryFactory.getInstance().createRegistry())
                    .build(new ByteArrayInputStream(body));
            List<Facts> facts = new ArrayList<>();
            for (VEvent event : calendar.<VEvent>getComponents("VEVENT")) {
                facts.add(facts(event));
            }
            return Optional.of(facts);
        } catch (Exception | LinkageError | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static Facts facts(VEvent event) {
        String start = time(event, Property.DTSTART);
        return new Facts(
                value(event, Property.UID).strip(),
                start,
                end(event, start),
                Facts.rule(value(event, Property.RRULE)),
                Facts.status(value(event, Property.STATUS)));
    }

    private static String value(VEvent event, String name) {
        return event.<Property>getProperty(name).map(Property::getValue).orElse("");
    }

    private static String time(VEvent event, String name) {
        try {
            return event.<DateProperty<?>>getProperty(name)
                    .map(property -> text(property.getDate()))
                    .orElse(Facts.NONE);
        } catch (RuntimeException e) {
            return Facts.NONE;
        }
    }

    private static String end(VEvent event, String start) {
        if (event.getProperty(Property.DTEND).isEmpty()
                && event.getProperty(Property.DURATION).isEmpty()) {
            return Facts.endOfNothing(start);
        }
        try {
            return event.getEndDate(true)
                    .map(property -> text(property.getDate()))
                    .orElse(Facts.NONE);
        } catch (RuntimeException e) {
            return Facts.NONE;
        }
    }

    private static String text(Temporal time) {
        if (time instanceof LocalDate date) {
            return Facts.text(date);
        }
        if (time instanceof LocalDateTime local) {
            return Facts.text(local);
        }
        Instant instant = time instanceof Instant at
                ? at
                : time instanceof ZonedDateTime zoned
                        ? zoned.toInstant()
                        : time instanceof OffsetDateTime offset ? offset.toInstant() : Instant.EPOCH;
        return Facts.text(instant.atOffset(ZoneOffset.UTC).toInstant());
    }
}
