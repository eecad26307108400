package io.calendarsync.benchmarks.google;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What one reading took.
 *
 * @param wall nanoseconds by the clock
 * @param processor nanoseconds of processor time of the reader's process, compiling and collecting garbage included: the
 *     figure that other programs on the machine disturb least
 */
record Turn(long wall, long processor) {

    /** Systems count processor time in hundredths of a second; less than one is taken for one. */
    private static final long TICK = 10_000_000;

    static Turn of(Contestant contestant, Entrance entrance) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        contestant.read(entrance);
        long wall = System.nanoTime() - start;
        return new Turn(wall, Math.max(TICK, system.getProcessCpuTime() - processor));
    }

    String line() {
        return wall + " " + processor;
    }

    static Turn parse(String line) {
        String[] figures = line.split(" ", 2);
        return new Turn(Long.parseLong(figures[0]), Long.parseLong(figures[1]));
    }
}
