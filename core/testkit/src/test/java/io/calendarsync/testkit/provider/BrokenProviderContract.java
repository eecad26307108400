package io.calendarsync.testkit.provider;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The contract over a fake with the fault the run was configured with; run by {@link PlantedFaultsTest} alone. */
@ExtendWith(BrokenProviderContract.FaultOfTheRun.class)
class BrokenProviderContract extends ProviderContract {

    static final String FAULT = "planted.fault";

    private final PlantedFault fault;

    BrokenProviderContract(PlantedFault fault) {
        this.fault = fault;
    }

    @Override
    public ProviderUnderTest start(int pageSize) {
        return new FakeStandIn(fault.behaviour, pageSize, fault.breakage);
    }

    static final class FaultOfTheRun implements ParameterResolver, ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(FAULT).isPresent()
                    ? ConditionEvaluationResult.enabled("a fault is planted")
                    : ConditionEvaluationResult.disabled("no fault is planted: see PlantedFaultsTest");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PlantedFault.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getConfigurationParameter(FAULT, PlantedFault::valueOf)
                    .orElseThrow();
        }
    }
}
