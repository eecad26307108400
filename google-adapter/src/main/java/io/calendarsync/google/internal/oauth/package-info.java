/** Consent and tokens; {@link io.calendarsync.google.internal.oauth.GoogleAuthorization} is the way in. */
@NullMarked
package io.calendarsync.google.internal.oauth;

import org.jspecify.annotations.NullMarked;
