package io.calendarsync.engine.token;

import io.calendarsync.model.ConnectionId;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * What the host has published in the calendars of a connection that is to end.
 *
 * @param count how much there is
 * @param takeBack takes it back, as far as the provider lets it; throws where that is to be tried again
 */
public record Published(ToIntFunction<ConnectionId> count, Consumer<ConnectionId> takeBack) {}
