package io.calendarsync.testkit.provider;

import java.util.function.UnaryOperator;

class GraphLikeFakeContractTest extends ProviderContract {

    @Override
    public ProviderUnderTest start(int pageSize) {
        return new FakeStandIn(
                Behaviour.graphLike().toBuilder().tokens(TokenLife.endless()).build(),
                pageSize,
                UnaryOperator.identity());
    }
}
