package io.calendarsync.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A contract is worth what it catches: every planted fault is caught by the test that is there for it. */
class PlantedFaultsTest {

    @ParameterizedTest
    @EnumSource
    void a_planted_fault_is_caught_by_the_test_named_for_it(PlantedFault fault) {
        Failures failures = new Failures();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(BrokenProviderContract.class))
                .configurationParameter(BrokenProviderContract.FAULT, fault.name())
                .build();

        LauncherFactory.create().execute(request, failures);

        System.out.println(fault + " -> " + String.join(", ", failures.methods));
        assertThat(failures.run).as("tests of the contract that were run").isGreaterThan(40);
        assertThat(failures.methods).contains(fault.caughtBy);
    }

    private static final class Failures implements TestExecutionListener {
        private final Set<String> methods = new TreeSet<>();
        private int run;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                run++;
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    test.getSource()
                            .map(MethodSource.class::cast)
                            .ifPresent(source -> methods.add(source.getMethodName()));
                }
            }
        }
    }
}
