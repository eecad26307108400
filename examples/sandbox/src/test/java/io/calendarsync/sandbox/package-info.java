/** Tests of the sandbox over real HTTP; every answer is held against Google's own schema, {@link io.calendarsync.sandbox.Wire}. */
@NullMarked
package io.calendarsync.sandbox;

import org.jspecify.annotations.NullMarked;
