package io.calendarsync.ics.internal.write;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of a RECUR value, and what each may hold (RFC 5545 section 3.3.10, RFC 7529 section 4.1). */
enum RulePart {
    FREQ("SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY"),
    UNTIL("\\d{8}(T\\d{6}Z?)?"),
    COUNT("0*[1-9]\\d{0,8}"),
    INTERVAL("0*[1-9]\\d{0,8}"),
    BYSECOND("[0-5]?\\d|60"),
    BYMINUTE("[0-5]?\\d"),
    BYHOUR("[01]?\\d|2[0-3]"),
    BYDAY("([+-]?(0?[1-9]|[1-4]\\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)"),
    BYMONTHDAY("[+-]?(0?[1-9]|[12]\\d|3[01])"),
    BYYEARDAY("[+-]?(0{0,2}[1-9]|0?[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])"),
    BYWEEKNO("[+-]?(0?[1-9]|[1-4]\\d|5[0-3])"),
    BYMONTH("(0?[1-9]|1[0-3])L?"),
    BYSETPOS("[+-]?(0{0,2}[1-9]|0?[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])"),
    WKST("MO|TU|WE|TH|FR|SA|SU"),
    RSCALE("[A-Z0-9-]+"),
    SKIP("OMIT|BACKWARD|FORWARD");

    private final Pattern item;

    RulePart(String item) {
        this.item = Pattern.compile(item);
    }

    /** Returns what of a value is legal, empty where nothing is; the value itself where all is. */
    String legal(String value) {
        if (!name().startsWith("BY")) {
            return isLegal(value) ? value : "";
        }
        List<String> legal = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            if (isLegal(one)) {
                legal.add(one);
            }
        }
        return String.join(",", legal);
    }

    private boolean isLegal(String one) {
        return item.matcher(one).matches() && (this != UNTIL || isTime(one));
    }

    private static boolean isTime(String until) {
        try {
            LocalDateTime.of(
                    number(until, 0, 4),
                    number(until, 4, 6),
                    number(until, 6, 8),
                    number(until, 9, 11),
                    number(until, 11, 13),
                    Math.min(59, number(until, 13, 15)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(String digits, int from, int until) {
        return from < digits.length() ? Integer.parseInt(digits, from, until, 10) : 0;
    }
}
