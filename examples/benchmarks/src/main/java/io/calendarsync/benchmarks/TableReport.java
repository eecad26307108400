package io.calendarsync.benchmarks;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for people, figures to three digits. */
final class TableReport implements Report {

    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final List<String> HEAD = List.of("case", "ours", "theirs", "unit", "ratio", "goal", "met", "peer");

    /** Columns of figures, which are set to the right. */
    private static final List<Integer> FIGURES = List.of(1, 2, 4, 5);

    @Override
    public void print(List<Comparison> comparisons, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        comparisons.forEach(comparison -> rows.add(cells(comparison)));
        List<Integer> widths = IntStream.range(0, HEAD.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        rows.forEach(row -> out.print(line(row, widths) + "\n"));
    }

    private static List<String> cells(Comparison comparison) {
        boolean aimed = comparison.goal().isPresent();
        return List.of(
                comparison.subject(),
                rounded(comparison.ours()),
                rounded(comparison.theirs()),
                comparison.unit(),
                rounded(comparison.ratio()),
                aimed ? exact(comparison.goal().getAsDouble()) : "",
                aimed ? (comparison.isMet() ? "yes" : "NO") : "",
                comparison.peer());
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> {
                    String blanks =
                            " ".repeat(widths.get(column) - row.get(column).length());
                    return FIGURES.contains(column) ? blanks + row.get(column) : row.get(column) + blanks;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String rounded(double figure) {
        BigDecimal rounded = new BigDecimal(figure).round(THREE_DIGITS);
        return rounded.setScale(Math.max(0, rounded.scale())).toPlainString();
    }

    private static String exact(double goal) {
        return BigDecimal.valueOf(goal).stripTrailingZeros().toPlainString();
    }
}
