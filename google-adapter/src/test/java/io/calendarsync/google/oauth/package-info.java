/** Consent, tokens and their ends. */
@NullMarked
package io.calendarsync.google.oauth;

import org.jspecify.annotations.NullMarked;
