/**
 * Calendar values in the terms of RFC 5545 and RFC 8984; {@link io.calendarsync.model.Event} is the one everything else
 * is part of. All of them are immutable.
 */
@NullMarked
package io.calendarsync.model;

import org.jspecify.annotations.NullMarked;
