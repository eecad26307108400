/** Real calendars, read and held against another reader; {@link io.calendarsync.ics.corpus.Corpus} finds them. */
@NullMarked
package io.calendarsync.ics.corpus;

import org.jspecify.annotations.NullMarked;
