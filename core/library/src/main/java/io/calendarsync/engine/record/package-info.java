/**
 * The only part of the engine that talks to the storage SPI: what is kept, under which keys, in which form. One class a
 * kind of record; {@link io.calendarsync.engine.record.Records} opens them. Not API.
 */
@NullMarked
package io.calendarsync.engine.record;

import org.jspecify.annotations.NullMarked;
