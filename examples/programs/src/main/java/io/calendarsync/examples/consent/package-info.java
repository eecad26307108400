/**
 * How a program at somebody's desk gets consent, by a redirect to itself (RFC 8252 section 7.3); {@link
 * io.calendarsync.examples.consent.LoopbackRedirect} is where it begins.
 */
@NullMarked
package io.calendarsync.examples.consent;

import org.jspecify.annotations.NullMarked;
