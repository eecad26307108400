/** Lists in pages: queries, page tokens, sync tokens; {@link io.calendarsync.sandbox.google.list.EventLister}. */
@NullMarked
package io.calendarsync.sandbox.google.list;

import org.jspecify.annotations.NullMarked;
