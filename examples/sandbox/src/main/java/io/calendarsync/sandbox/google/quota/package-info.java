/** Quotas and counts: {@link io.calendarsync.sandbox.google.quota.Quotas}. */
@NullMarked
package io.calendarsync.sandbox.google.quota;

import org.jspecify.annotations.NullMarked;
