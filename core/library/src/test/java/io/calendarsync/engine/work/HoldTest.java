package io.calendarsync.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Hold;
import io.calendarsync.engine.record.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HoldTest {

    private static final String WRITTEN = "written";
    private static final Duration PAUSE = Duration.ofMinutes(3);

    private final JobBoard board = new JobBoard();
    private final Job job = Job.of(JobBoard.KIND, board.putTogether(1).get(0));

    @Test
    void aJobThatEndsWithItsLastWrite_isDueWhenThatSays() {
        List<Boolean> written = new ArrayList<>();
        run(hold -> written.add(end(hold)));

        assertThat(written).containsExactly(true);
        assertThat(board.dueNow()).containsExactly(WRITTEN);
        board.advance(PAUSE);
        assertThat(board.dueNow()).containsExactly(job.target());
    }

    @Test
    void aBellThatRangMeanwhile_leavesTheJobDueAndTheWriteDone() {
        List<Boolean> written = new ArrayList<>();
        run(hold -> {
            board.due().ring(job, board.now());
            written.add(end(hold));
            assertThat(hold.ended()).isEmpty();
        });

        assertThat(written).containsExactly(true);
        assertThat(board.dueNow()).containsExactlyInAnyOrder(WRITTEN, job.target());
    }

    @Test
    void aBellThatRingsAfterwards_makesTheJobDueAtOnce() {
        run(hold -> {
            end(hold);
            board.due().ring(job, board.now());
        });

        assertThat(board.dueNow()).containsExactlyInAnyOrder(WRITTEN, job.target());
    }

    @Test
    void aJobThatFailsAfterItHasEnded_isDueWhenItsLastWriteSaid() {
        run(hold -> {
            end(hold);
            throw new IllegalStateException("afterwards");
        });

        board.advance(Duration.ofSeconds(15));
        assertThat(board.dueNow()).containsExactly(WRITTEN);
        board.advance(PAUSE);
        assertThat(board.dueNow()).containsExactly(job.target());
    }

    /** Does the job that is due; what it returns, a moment half a minute away, counts only where it has not ended. */
    private void run(Consumer<Hold> work) {
        Instant again = board.now().plusSeconds(30);
        board.worker((target, hold) -> {
                    work.accept(hold);
                    return Optional.of(again);
                })
                .runDue(1);
    }

    private boolean end(Hold hold) {
        Commit commit = board.commit();
        board.due().put(commit, Job.of(JobBoard.KIND, WRITTEN), board.now());
        return hold.end(commit, board.now().plus(PAUSE));
    }
}
