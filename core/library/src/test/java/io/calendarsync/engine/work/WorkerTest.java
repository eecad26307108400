package io.calendarsync.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.SyncObserver;
import io.calendarsync.engine.record.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerTest {

    private final JobBoard board = new JobBoard();

    @Test
    void anErrorOfAJob_harmsNoOtherAndIsTriedAgainAfterAPause() {
        List<String> targets = board.putTogether(4);
        List<Throwable> failed = new ArrayList<>();
        List<String> done = new ArrayList<>();
        Worker worker = board.worker(
                (target, hold) -> {
                    if (target.equals(targets.get(0))) {
                        throw new NoSuchMethodError("gone");
                    }
                    done.add(target);
                    return Optional.empty();
                },
                JobBoard.LEASE,
                new SyncObserver() {
                    @Override
                    public void jobFailed(String kind, Throwable fault) {
                        failed.add(fault);
                    }
                });

        assertThat(worker.runDue(4)).isEqualTo(4);

        assertThat(done).containsExactlyInAnyOrderElementsOf(targets.subList(1, 4));
        assertThat(failed).singleElement().isInstanceOf(NoSuchMethodError.class);
        assertThat(board.dueNow()).isEmpty();
        board.advance(Duration.ofSeconds(15));
        assertThat(board.dueNow()).containsExactly(targets.get(0));
    }

    @Test
    void aStackThatRanOver_isTheJobsOwnFault() {
        board.putTogether(1);
        Worker worker = board.worker((target, hold) -> {
            throw new StackOverflowError();
        });

        assertThat(worker.runDue(1)).isEqualTo(1);
        assertThat(worker.nextDue()).contains(JobBoard.START.plusSeconds(15));
    }

    @Test
    void theEndOfTheProcess_isThrownOnAndLeavesTheRestOfTheBatchToOthers() {
        List<String> targets = board.putTogether(8);
        Worker worker = board.worker((target, hold) -> {
            throw new OutOfMemoryError("full");
        });

        assertThatThrownBy(() -> worker.runDue(8)).isInstanceOf(OutOfMemoryError.class);

        worker.renewLeases();
        assertThat(board.dueNow()).hasSize(7).isSubsetOf(targets);
        board.advance(Duration.ofSeconds(15));
        assertThat(board.dueNow()).hasSize(1).isSubsetOf(targets);
    }

    /** What an observer throws on purpose, past every guard, does not keep the batch either. */
    @Test
    void aFaultBesideTheJobs_leavesTheRestOfTheBatchToOthers() {
        board.putTogether(8);
        Worker worker = board.worker(
                (target, hold) -> {
                    throw new IllegalStateException("fails");
                },
                JobBoard.LEASE,
                new SyncObserver() {
                    @Override
                    public void jobFailed(String kind, Throwable fault) {
                        throw new AssertionError("unguarded");
                    }
                });

        assertThatThrownBy(() -> worker.runDue(8)).isInstanceOf(AssertionError.class);
        assertThat(board.dueNow()).hasSize(7);
    }

    @Test
    void aWorkerThatIsStopped_endsAfterTheJobItIsAtAndGivesTheOthersBack() {
        board.putTogether(8);
        List<Worker> stoppable = new ArrayList<>();
        List<Boolean> ours = new ArrayList<>();
        Worker worker = board.worker((target, hold) -> {
            ours.add(hold.isOurs());
            stoppable.get(0).stop();
            ours.add(hold.isOurs());
            return Optional.empty();
        });
        stoppable.add(worker);

        assertThat(worker.runDue(100)).isEqualTo(1);

        assertThat(ours).containsExactly(true, false);
        assertThat(board.dueNow()).hasSize(7);
    }

    /** Deliveries wait in a queue of their own for the reading that makes them: with a few jobs that queue is seen empty first. */
    @Test
    void whatAJobPutsIntoAnotherQueue_isDoneInTheSameCall_whicheverQueueComesFirst() {
        for (int turn = 0; turn < 20; turn++) {
            List<String> done = new ArrayList<>();
            Worker worker = new Worker(
                    board.due(),
                    Map.of(
                            JobBoard.KIND,
                            (target, hold) -> {
                                done.add("read");
                                board.due().ring(Job.deliver("host", "log"), board.now());
                                return Optional.empty();
                            },
                            Job.delivery("host"),
                            (target, hold) -> {
                                done.add("delivered");
                                return Optional.empty();
                            }),
                    () -> List.of(Job.common(), Job.deliveries("host")),
                    JobBoard.LEASE,
                    board::now,
                    new Random(turn),
                    SyncObserver.NOOP,
                    () -> {});
            board.putTogether(1);

            assertThat(worker.runDue(10)).isEqualTo(2);
            assertThat(done).containsExactly("read", "delivered");
        }
    }

    @Test
    void aWorkerThatIsStopped_stillDoesWhatItIsToldToDoNow() {
        List<String> done = new ArrayList<>();
        Worker worker = board.worker((target, hold) -> Optional.empty());
        worker.stop();

        assertThat(worker.runNow(Job.of(JobBoard.KIND, "a"), (target, hold) -> {
                    done.add(target + hold.isOurs());
                    return Optional.empty();
                }))
                .isTrue();
        assertThat(done).containsExactly("atrue");
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 20, 40, 300, 3600})
    void leases_areRenewedEveryQuarterAndAtLeastEveryTenSeconds(long seconds) {
        Worker worker =
                board.worker((target, hold) -> Optional.empty(), Duration.ofSeconds(seconds), SyncObserver.NOOP);

        assertThat(worker.renewEvery().toMillis()).isEqualTo(Math.min(10_000, seconds * 250));
    }

    @Test
    void jobsLostInTheFuture_areAllRescuedAtOnce() {
        List<String> lost = IntStream.range(0, 300).mapToObj(i -> "lost" + i).toList();
        board.put(lost, JobBoard.START.plus(Duration.ofDays(4000)));

        assertThat(board.due().rescue(Job.common(), JobBoard.START)).isEqualTo(300);
        assertThat(board.dueNow()).containsExactlyInAnyOrderElementsOf(lost);
    }
}
