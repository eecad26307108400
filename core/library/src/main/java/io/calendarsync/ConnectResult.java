package io.calendarsync;

/**
 * What came of a consent.
 *
 * @since 0.1
 */
public sealed interface ConnectResult permits Connected, Declined {}
