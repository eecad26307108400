package io.calendarsync.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** One object a line; {@code goal} and {@code met} are null where there is no goal. */
final class JsonReport implements Report {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    @Override
    public void print(List<Comparison> comparisons, PrintWriter out) {
        comparisons.forEach(comparison -> out.print(json(comparison) + "\n"));
    }

    private static ObjectNode json(Comparison comparison) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("bench", comparison.bench())
                .put("case", comparison.subject())
                .put("ours", rounded(comparison.ours()))
                .put("unit", comparison.unit())
                .put("peer", comparison.peer())
                .put("theirs", rounded(comparison.theirs()))
                .put("ratio", rounded(comparison.ratio()));
        if (comparison.goal().isEmpty()) {
            return json.putNull("goal").putNull("met");
        }
        return json.put("goal", comparison.goal().getAsDouble()).put("met", comparison.isMet());
    }

    private static double rounded(double figure) {
        return new BigDecimal(figure).round(FOUR_DIGITS).doubleValue();
    }
}
