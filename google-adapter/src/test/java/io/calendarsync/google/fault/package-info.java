/** What goes wrong on the way, and what is made of it. */
@NullMarked
package io.calendarsync.google.fault;

import org.jspecify.annotations.NullMarked;
