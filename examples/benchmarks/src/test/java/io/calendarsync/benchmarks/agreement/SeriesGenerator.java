package io.calendarsync.benchmarks.agreement;

import io.calendarsync.benchmarks.agreement.GeneratedSeries.Kind;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;

/** Makes up series from seeds: two of three as calendars hold them, one of any legal parts. */
final class SeriesGenerator {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Sydney"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneOffset.UTC);
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final long seed;
    private final SplittableRandom random;
    private final Witness ours;

    private SeriesGenerator(long seed, Witness ours) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.ours = ours;
    }

    /**
     * Makes up a series whose start is an instance of its rule, as section 3.8.5.3 of RFC 5545 asks.
     *
     * @param ours finds the first instance of the rule, which becomes the start
     */
    static GeneratedSeries of(long seed, Witness ours) {
        return new SeriesGenerator(seed, ours).series();
    }

    private GeneratedSeries series() {
        while (true) {
            GeneratedSeries drawn = draw();
            List<LocalDateTime> found = ours.instances(drawn);
            if (found.size() > 1) {
                GeneratedSeries aligned = drawn.startingAt(drawn.own(found.get(1)));
                return aligned.with(limit(aligned), dates(aligned), exceptions(aligned));
            }
        }
    }

    private GeneratedSeries draw() {
        boolean everyday = random.nextInt(3) > 0;
        Kind kind = pick(List.of(Kind.ZONED, Kind.ZONED, Kind.ZONED, Kind.FLOATING, Kind.ALL_DAY));
        ZoneId zone = kind == Kind.ZONED ? pick(ZONES) : ZoneOffset.UTC;
        LocalDateTime day = LocalDateTime.of(2008, 1, 1, 0, 0).plusDays(random.nextInt(4_000));
        LocalDateTime start = kind == Kind.ALL_DAY ? day : day.plusMinutes(15L * random.nextInt(96));
        String shape = everyday ? pick(EverydayRule.NAMES) : pick(OddRule.frequencies(kind == Kind.ALL_DAY));
        String rule = everyday ? EverydayRule.of(shape, random) : OddRule.of(shape, kind == Kind.ALL_DAY, random);
        return new GeneratedSeries(seed, shape, kind, zone, start, rule, List.of(), List.of(), years(rule));
    }

    private static int years(String rule) {
        return switch (rule.substring(5, rule.indexOf(';') < 0 ? rule.length() : rule.indexOf(';'))) {
            case "YEARLY" -> 14;
            case "MONTHLY" -> 6;
            case "WEEKLY" -> 3;
            default -> 1;
        };
    }

    private String limit(GeneratedSeries series) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return ";COUNT=" + (1 + random.nextInt(40));
        }
        if (kind > 1 || series.kind() == Kind.FLOATING) {
            return "";
        }
        LocalDateTime until = series.start().plusDays(random.nextInt(365 * series.years()));
        return ";UNTIL="
                + switch (series.kind()) {
                    case ALL_DAY -> until.toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE);
                    default ->
                        until.atZone(series.zone())
                                        .withZoneSameInstant(ZoneOffset.UTC)
                                        .format(BASIC) + "Z";
                };
    }

    private List<LocalDateTime> dates(GeneratedSeries series) {
        return random.nextInt(12) > 0
                ? List.of()
                : List.of(series.start()
                        .plusDays(1L + random.nextInt(200))
                        .plusHours(series.kind() == Kind.ALL_DAY ? 0 : 1));
    }

    private List<LocalDateTime> exceptions(GeneratedSeries series) {
        if (random.nextInt(6) > 0) {
            return List.of();
        }
        List<LocalDateTime> found = ours.instances(series);
        return found.size() < 3 ? List.of() : List.of(series.own(found.get(1 + random.nextInt(found.size() - 1))));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
