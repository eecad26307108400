package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.calendarsync.CalendarSyncBuilder;
import io.calendarsync.Subscriber;
import io.calendarsync.testkit.SyncLab;
import java.util.ArrayList;
import java.util.List;
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
        try (SyncLab lab = new SyncLab()) {
            lab.with(builder -> kind.apply(builder).subscriber(Subscriber.named("dies", delivery -> {
                throw new Death(delivery.event().position().log());
            })));
            lab.connect("anna", lab.server().account("anna").calendar("work"));
            String diedOver = catchThrowableOfType(Death.class, lab::settle).getMessage();

            List<String> told = new ArrayList<>();
            lab.with(builder -> kind.apply(builder)
                    .subscriber(Subscriber.named(
                            "dies",
                            delivery -> told.add(delivery.event().position().log()))));
            lab.settle();
            return told.contains(diedOver);
        }
    }

    /** Nothing catches it, as nothing catches the end of a process. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death(String log) {
            super(log);
        }
    }
}
