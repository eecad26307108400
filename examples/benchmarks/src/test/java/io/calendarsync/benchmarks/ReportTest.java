package io.calendarsync.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Comparison MET =
            new Comparison("feed", "unchanged", 9.87654, "ms", "ical4j", 1011, OptionalDouble.of(0.02));
    private static final Comparison MISSED =
            new Comparison("feed", "changed", 200, "ms", "ical4j", 1000, OptionalDouble.of(0.15));
    private static final Comparison WITHOUT_GOAL =
            new Comparison("feed", "all new", 123456.7, "ms", "biweekly", 400, OptionalDouble.empty());

    private static List<String> lines(Report report) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        report.print(List.of(MET, MISSED, WITHOUT_GOAL), out);
        out.flush();
        return text.toString().lines().toList();
    }

    @Test
    void json_isOneObjectALine_inTheAgreedForm() {
        assertThat(lines(new JsonReport()))
                .containsExactly(
                        "{\"bench\":\"feed\",\"case\":\"unchanged\",\"ours\":9.877,\"unit\":\"ms\",\"peer\":\"ical4j\","
                                + "\"theirs\":1011.0,\"ratio\":0.009769,\"goal\":0.02,\"met\":true}",
                        "{\"bench\":\"feed\",\"case\":\"changed\",\"ours\":200.0,\"unit\":\"ms\",\"peer\":\"ical4j\","
                                + "\"theirs\":1000.0,\"ratio\":0.2,\"goal\":0.15,\"met\":false}",
                        "{\"bench\":\"feed\",\"case\":\"all new\",\"ours\":123500.0,\"unit\":\"ms\",\"peer\":\"biweekly\","
                                + "\"theirs\":400.0,\"ratio\":308.6,\"goal\":null,\"met\":null}");
    }

    @Test
    void table_hasARowForEach_andShowsWhatIsMissed() {
        assertThat(lines(new TableReport()))
                .containsExactly(
                        "case         ours  theirs  unit    ratio  goal  met  peer",
                        "unchanged    9.88    1010  ms    0.00977  0.02  yes  ical4j",
                        "changed       200    1000  ms      0.200  0.15  NO   ical4j",
                        "all new    123000     400  ms        309             biweekly");
    }
}
