/** HTTP on the JDK's server: a request comes in decoded, an answer goes out; {@link io.calendarsync.sandbox.google.http.HttpPort}. */
@NullMarked
package io.calendarsync.sandbox.google.http;

import org.jspecify.annotations.NullMarked;
