/**
 * A provider written from docs/providers.md and nothing else, outside the packages of the library:
 * {@link io.calendarsync.testkit.example.BoardProvider} is the way in.
 */
@NullMarked
package io.calendarsync.testkit.example;

import org.jspecify.annotations.NullMarked;
