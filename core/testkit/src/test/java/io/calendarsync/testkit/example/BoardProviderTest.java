package io.calendarsync.testkit.example;

import io.calendarsync.testkit.provider.ProviderContract;
import io.calendarsync.testkit.provider.ProviderUnderTest;

class BoardProviderTest extends ProviderContract {

    @Override
    public ProviderUnderTest start(int pageSize) {
        return new BoardStandIn(pageSize);
    }
}
