package io.calendarsync.google;

import io.calendarsync.testkit.provider.ProviderContract;
import io.calendarsync.testkit.provider.ProviderUnderTest;

class GoogleProviderContractTest extends ProviderContract {

    @Override
    public ProviderUnderTest start(int pageSize) {
        return new SandboxStandIn(pageSize);
    }
}
