package io.calendarsync.sandbox.google.list;

/**
 * What a token belongs to.
 *
 * @param owner the list, and the person it is shown to
 * @param syncShape the parameters that every call with the same sync token must repeat
 * @param pageShape all parameters, which every call with the same page token must repeat
 * @param generation what was current when the token was issued; another one makes it invalid
 * @param forgottenUpTo the last change that can no longer be told
 */
record ListScope(String owner, String syncShape, String pageShape, long generation, long forgottenUpTo) {}
