/** What goes wrong on purpose: {@link io.calendarsync.sandbox.google.fault.FaultPlan}. */
@NullMarked
package io.calendarsync.sandbox.google.fault;

import org.jspecify.annotations.NullMarked;
