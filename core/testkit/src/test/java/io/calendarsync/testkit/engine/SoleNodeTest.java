package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.calendarsync.CalendarSyncBuilder;
import io.calendarsync.Subscriber;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.fault.FaultyStore;
import io.calendarsync.testkit.fault.StoreCall;
import io.calendarsync.testkit.fault.StoreFaultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SoleNodeTest {

    @Test
    void aNodeThatIsAloneTakesUpAtOnceWhatItsPredecessorDiedOver() {
        assertThat(isToldAfterADeath(CalendarSyncBuilder::soleNode)).isTrue();
    }

    @Test
    void aNodeThatMayHaveCompanyWaitsForTheLease() {
        assertThat(isToldAfterADeath(builder -> builder)).isFalse();
    }

    private static boolean isToldAfterADeath(UnaryOperator<CalendarSyncBuilder> kind) {
        AtomicReference<Death> died = new AtomicReference<>();
        InMemorySyncStore disk = new InMemorySyncStore();
        SyncStore lost = new FaultyStore(disk, new StoreFaultPlan() {
            @Override
            public void before(StoreCall call) {
                if (died.get() != null) {
                    throw died.get();
                }
            }

            @Override
            public void after(StoreCall call) {}
        });
        List<String> told = new ArrayList<>();
        AtomicReference<SyncStore> way = new AtomicReference<>(lost);
        try (SyncLab lab = new SyncLab(disk, 1)) {
            lab.with(builder -> kind.apply(builder).store(way.get()).subscriber(Subscriber.named("dies", delivery -> {
                String log = delivery.event().position().log();
                if (way.get() == lost) {
                    died.set(new Death(log));
                    throw died.get();
                }
                told.add(log);
            })));
            lab.connect("anna", lab.server().account("anna").calendar("work"));
            String diedOver = catchThrowableOfType(Death.class, lab::settle).getMessage();

            way.set(disk);
            lab.crashAndRestart();
            lab.settle();
            return told.contains(diedOver);
        }
    }

    /** Ends the process: on its way out it can no longer give back what it holds. */
    private static final class Death extends VirtualMachineError {
        private static final long serialVersionUID = 1L;

        Death(String log) {
            super(log);
        }
    }
}
