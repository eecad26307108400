/** What Google's lists do to their readers, one test for each trap. */
@NullMarked
package io.calendarsync.google.sync;

import org.jspecify.annotations.NullMarked;
