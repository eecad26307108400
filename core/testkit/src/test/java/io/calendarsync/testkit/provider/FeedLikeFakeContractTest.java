package io.calendarsync.testkit.provider;

import java.util.function.UnaryOperator;

class FeedLikeFakeContractTest extends ProviderContract {

    @Override
    public ProviderUnderTest start(int pageSize) {
        return new FakeStandIn(Behaviour.feedLike(), pageSize, UnaryOperator.identity());
    }
}
