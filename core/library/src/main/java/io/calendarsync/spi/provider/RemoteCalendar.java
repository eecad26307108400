package io.calendarsync.spi.provider;

import io.calendarsync.model.Access;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A calendar as the account sees it.
 *
 * @param id the provider's id
 * @param name what people call it; untrusted text, may be empty
 * @param zone the calendar's own zone, where the provider says
 * @param access what the account may do with it
 * @param owned whether it belongs to the account itself, rather than being shared, subscribed or generated
 * @since 0.1
 */
public record RemoteCalendar(String id, String name, Optional<ZoneId> zone, Access access, boolean owned) {}
