/**
 * Checks what is documented of a provider against a real account; {@link
 * io.calendarsync.examples.verify.VerifyLiveCommand} is where it begins.
 */
@NullMarked
package io.calendarsync.examples.verify;

import org.jspecify.annotations.NullMarked;
