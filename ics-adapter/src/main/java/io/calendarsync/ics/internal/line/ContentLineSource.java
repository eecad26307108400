package io.calendarsync.ics.internal.line;

import org.jspecify.annotations.Nullable;

/** Where content lines come from. Confined to one thread. */
public interface ContentLineSource {

    /** Returns the next line that is one, null at the end; what is no content line is passed over. */
    @Nullable
    ContentLine next();

    /** Returns where the line after the last one begins, in the offsets of {@link ContentLine#start}. */
    int position();
}
