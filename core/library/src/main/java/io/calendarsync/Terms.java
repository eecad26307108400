package io.calendarsync;

import io.calendarsync.model.Access;

/**
 * What an owner has agreed to.
 *
 * @param access what may be done with the account's calendars
 * @param detail how much of them is stored; the same for as long as the connection lasts
 * @since 0.1
 */
public record Terms(Access access, Detail detail) {}
