/**
 * A stand-in for Google Calendar that runs in a test or beside it, over real HTTP; {@link
 * io.calendarsync.sandbox.GoogleSandbox} starts one.
 */
@NullMarked
package io.calendarsync.sandbox;

import org.jspecify.annotations.NullMarked;
