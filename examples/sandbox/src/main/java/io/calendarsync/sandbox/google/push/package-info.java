/** Channels and the messages that go over them: {@link io.calendarsync.sandbox.google.push.Channels}. */
@NullMarked
package io.calendarsync.sandbox.google.push;

import org.jspecify.annotations.NullMarked;
