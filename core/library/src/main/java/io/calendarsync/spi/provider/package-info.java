/**
 * What an adapter implements to plug a kind of calendar in; {@link io.calendarsync.spi.provider.CalendarProvider} is the
 * way in.
 */
@NullMarked
package io.calendarsync.spi.provider;

import org.jspecify.annotations.NullMarked;
