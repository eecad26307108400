package io.calendarsync.sandbox.google.oauth;

import java.time.Instant;
import java.util.Set;

/**
 * What a call is allowed by.
 *
 * @param email whose calendars
 * @param scopes what may be done
 * @param expires until when
 * @param grant what it comes from
 */
record AccessToken(String email, Set<String> scopes, Instant expires, Grant grant) {}
