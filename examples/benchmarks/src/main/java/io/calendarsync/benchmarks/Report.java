package io.calendarsync.benchmarks;

import java.io.PrintWriter;
import java.util.List;

/** Shows comparisons. */
interface Report {
    void print(List<Comparison> comparisons, PrintWriter out);
}
