package io.calendarsync.sandbox.google.list;

/**
 * A walk along the changes: after one up to another one. A listing walks from the beginning, a delta from its sync token.
 * What changes while somebody pages lies behind the end, so the next delta tells of it.
 *
 * @param after the change it starts behind
 * @param upTo the change it ends with
 * @param cursor behind which row it goes on, empty at its beginning
 */
record Walk(long after, long upTo, String cursor) {}
