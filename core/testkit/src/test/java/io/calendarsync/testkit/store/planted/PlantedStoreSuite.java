package io.calendarsync.testkit.store.planted;

import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.store.Death;
import io.calendarsync.testkit.store.SyncStoreContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The contract over a store with the fault named by a configuration parameter; run by {@link PlantedStoresTest}. */
@ExtendWith(PlantedStoreSuite.Planting.class)
class PlantedStoreSuite extends SyncStoreContract {

    static final String FAULT = "calendarsync.planted.fault";

    private final PlantedFault fault;
    private final PlantedFault.Database database;

    PlantedStoreSuite(PlantedFault fault) {
        this.fault = fault;
        this.database = fault.database();
    }

    @Override
    public SyncStore open() {
        return database.open();
    }

    @Override
    public Optional<SyncStore> openDying(Death moment) {
        return database.openDying(moment);
    }

    /** A stuck store is waited for in full, so the faulty ones get less. */
    @Override
    public Duration patience() {
        return fault == PlantedFault.NONE ? super.patience() : Duration.ofSeconds(1);
    }

    static final class Planting implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PlantedFault.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return PlantedFault.valueOf(context.getConfigurationParameter(FAULT).orElseThrow());
        }
    }
}
