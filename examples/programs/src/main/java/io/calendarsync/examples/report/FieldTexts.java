package io.calendarsync.examples.report;

import io.calendarsync.FieldChange;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Values of fields in the form a line shows them: names of constants and times as elsewhere on it. */
final class FieldTexts {

    private FieldTexts() {}

    /** Returns the field's name; an end that is told as a length is the duration. */
    static String name(FieldChange change) {
        boolean length =
                change.field() == FieldChange.Field.END && isLength(change.before()) && isLength(change.after());
        return length ? "duration" : Names.of(change.field());
    }

    /** Returns a value of the field. */
    static String value(FieldChange.Field field, String text) {
        return switch (field) {
            case STATUS, SHOW_AS, VISIBILITY, KIND -> Names.of(text);
            case START, END -> time(text);
            default -> text;
        };
    }

    private static boolean isLength(String text) {
        return text.isEmpty() || text.startsWith("P");
    }

    private static String time(String text) {
        if (isLength(text) || !text.contains("T")) {
            return text;
        }
        String plain = text.replaceFirst("\\[.*]$", "");
        boolean offset = plain.matches(".*(?:Z|[+-]\\d\\d:\\d\\d(?::\\d\\d)?)$");
        return offset
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(plain))
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.parse(plain));
    }
}
