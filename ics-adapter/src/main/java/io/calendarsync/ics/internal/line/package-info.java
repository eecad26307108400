/**
 * From the bytes of a feed to content lines (RFC 5545 section 3.1); {@link
 * io.calendarsync.ics.internal.line.FeedText} is the way in. Not API.
 */
@NullMarked
package io.calendarsync.ics.internal.line;

import org.jspecify.annotations.NullMarked;
