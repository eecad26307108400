package io.calendarsync.benchmarks.agreement;

import java.time.LocalDateTime;
import java.util.List;

/** Something that says when the instances of a series are. */
interface Witness {

    String name();

    /**
     * Returns the first instances, at most {@link GeneratedSeries#MOST}, before the end of what is looked at: of zoned
     * series on the wall clock of UTC, of the others on their own.
     */
    List<LocalDateTime> instances(GeneratedSeries series);
}
