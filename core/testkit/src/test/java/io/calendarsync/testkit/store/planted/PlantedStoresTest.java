package io.calendarsync.testkit.store.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Each planted fault makes the contract fail, in the test that is there for it; a store without one passes. */
class PlantedStoresTest {

    @Test
    void storeWithoutAFault_passesEveryTest() {
        Outcomes outcomes = runContract(PlantedFault.NONE);
        assertThat(outcomes.failed.keySet()).isEmpty();
        assertThat(outcomes.passed).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void plantedFault_isCaughtByItsTest(PlantedFault fault) {
        Outcomes outcomes = runContract(fault);
        System.out.println(fault + " is caught by " + String.join(", ", outcomes.failed.keySet()));
        assertThat(outcomes.failed).containsKey(fault.catchingTest());
    }

    @Test
    void randomHistoryThatFails_isShrunkAndNamesItsSeed() {
        String message = runContract(PlantedFault.FORGETS_UNTIL_WHEN_REPLACING)
                .failed
                .get("randomOperations_answerAsTheModelDoes");
        assertThat(message)
                .contains("seed ")
                .containsPattern("shrunk to [23] operations")
                .contains("instead of");
    }

    private static Outcomes runContract(PlantedFault fault) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(PlantedStoreSuite.class))
                .configurationParameter(PlantedStoreSuite.FAULT, fault.name())
                .build();
        Outcomes outcomes = new Outcomes();
        LauncherFactory.create().execute(request, outcomes);
        return outcomes;
    }

    private static final class Outcomes implements TestExecutionListener {
        private final Map<String, String> failed = new TreeMap<>();
        private final Set<String> passed = new TreeSet<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.getSource().orElse(null) instanceof MethodSource method) {
                result.getThrowable()
                        .ifPresentOrElse(
                                failure -> failed.put(method.getMethodName(), String.valueOf(failure.getMessage())),
                                () -> passed.add(method.getMethodName()));
            }
        }
    }
}
