/** Google's JSON, read and written so that nothing is lost; {@link io.calendarsync.google.internal.json.Json} is the way in. */
@NullMarked
package io.calendarsync.google.internal.json;

import org.jspecify.annotations.NullMarked;
