/** How commands print what changed and how things stand, for people or as JSON; {@link io.calendarsync.examples.report.Report} is where it begins. */
@NullMarked
package io.calendarsync.examples.report;

import org.jspecify.annotations.NullMarked;
