/** What the sandbox knows: people, calendars and who may do what with them; {@link io.calendarsync.sandbox.google.state.World}. */
@NullMarked
package io.calendarsync.sandbox.google.state;

import org.jspecify.annotations.NullMarked;
