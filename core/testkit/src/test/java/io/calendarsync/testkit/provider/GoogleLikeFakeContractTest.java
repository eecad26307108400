package io.calendarsync.testkit.provider;

import java.util.function.UnaryOperator;

class GoogleLikeFakeContractTest extends ProviderContract {

    @Override
    public ProviderUnderTest start(int pageSize) {
        return new FakeStandIn(Behaviour.googleLike(), pageSize, UnaryOperator.identity());
    }
}
