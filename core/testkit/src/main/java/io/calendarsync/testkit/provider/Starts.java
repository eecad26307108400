package io.calendarsync.testkit.provider;

/** What the tests of the contract are inherited with. */
interface Starts {

    /** Starts an adapter and its stand-in; see {@link ProviderContract#start}. */
    ProviderUnderTest start(int pageSize);

    /** {@return a bench with few items to a page, so that every round of some size has several} */
    default Workbench bench() {
        return new Workbench(start(Workbench.PAGE));
    }
}
