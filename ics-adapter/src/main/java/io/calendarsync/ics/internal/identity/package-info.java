/**
 * Keeps the identity of events whose feed does not: {@link io.calendarsync.ics.internal.identity.Pairing} finds out under
 * which stored name an entry is known that came under a new one.
 */
@NullMarked
package io.calendarsync.ics.internal.identity;

import org.jspecify.annotations.NullMarked;
