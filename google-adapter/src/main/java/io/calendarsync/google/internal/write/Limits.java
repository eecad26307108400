package io.calendarsync.google.internal.write;

import io.calendarsync.spi.provider.WriteAnswer;
import java.util.Optional;

/** What Google keeps of an extended property: more is refused before anything is sent. */
final class Limits {

    private static final int LONGEST_VALUE = 1024;

    private Limits() {}

    static Optional<WriteAnswer> refuse(String value) {
        return value.length() <= LONGEST_VALUE
                ? Optional.empty()
                : Optional.of(new WriteAnswer.Refused(
                        WriteAnswer.Reason.NOT_EXPRESSIBLE,
                        "Google keeps at most " + LONGEST_VALUE + " characters of a property"));
    }
}
