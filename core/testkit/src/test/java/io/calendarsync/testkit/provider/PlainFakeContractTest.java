package io.calendarsync.testkit.provider;

import java.util.function.UnaryOperator;

class PlainFakeContractTest extends ProviderContract {

    @Override
    public ProviderUnderTest start(int pageSize) {
        return new FakeStandIn(Behaviour.plain(), pageSize, UnaryOperator.identity());
    }
}
