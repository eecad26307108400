package io.calendarsync.sandbox.google.list;

/**
 * One item of a list.
 *
 * @param key its place: a walk that is interrupted goes on behind it
 * @param json the item
 */
record Row(String key, byte[] json) {}
