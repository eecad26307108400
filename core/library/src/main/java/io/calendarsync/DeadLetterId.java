package io.calendarsync;

/**
 * Names a {@link DeadLetter}.
 *
 * @param value opaque
 * @since 0.1
 */
public record DeadLetterId(String value) {}
