package io.calendarsync.engine.log;

import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.ProgressRecord;
import java.util.List;

/**
 * What is handed over in one go.
 *
 * @param events what is told, in order
 * @param after the progress once all of it has been handled
 */
record Batch(List<SyncEvent> events, ProgressRecord after) {}
