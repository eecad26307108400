/** Google's JSON and the texts in it. */
@NullMarked
package io.calendarsync.google.internal.json;

import org.jspecify.annotations.NullMarked;
