/** The commands about feeds; {@link io.calendarsync.examples.feed.FeedCommand} lists them. */
@NullMarked
package io.calendarsync.examples.feed;

import org.jspecify.annotations.NullMarked;
