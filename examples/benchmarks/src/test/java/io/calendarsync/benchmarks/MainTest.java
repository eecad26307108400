package io.calendarsync.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void anUnknownName_isRefusedWithThoseThatAreKnown() {
        assertThat(run("nonsense", "--json")).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("'nonsense'", "expand", "examples/run bench --help");
    }

    @Test
    void noName_isRefused() {
        assertThat(run()).isEqualTo(2);

        assertThat(err.toString().lines()).singleElement().asString().contains("NAME");
    }

    @Test
    void help_namesEveryBenchmark() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString())
                .contains(Benchmarks.ALL.stream().map(Benchmark::name).toList());
    }
}
