/** The mappers, group by group, both ways. */
@NullMarked
package io.calendarsync.google.internal.event;

import org.jspecify.annotations.NullMarked;
