/** How a host receives notifications with the JDK's own server; {@link io.calendarsync.examples.notify.NotificationServer} is all of it. */
@NullMarked
package io.calendarsync.examples.notify;

import org.jspecify.annotations.NullMarked;
