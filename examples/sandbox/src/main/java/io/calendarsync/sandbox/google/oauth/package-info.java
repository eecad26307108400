/** OAuth 2.0 as Google does it: consent, tokens, revocation; {@link io.calendarsync.sandbox.google.oauth.TokenEndpoint}. */
@NullMarked
package io.calendarsync.sandbox.google.oauth;

import org.jspecify.annotations.NullMarked;
