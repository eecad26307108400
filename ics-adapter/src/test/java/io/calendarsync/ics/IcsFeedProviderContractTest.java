package io.calendarsync.ics;

import io.calendarsync.testkit.provider.ProviderContract;
import io.calendarsync.testkit.provider.ProviderUnderTest;

class IcsFeedProviderContractTest extends ProviderContract {

    @Override
    public ProviderUnderTest start(int pageSize) {
        return new FeedStandIn(pageSize);
    }
}
