package io.calendarsync.sandbox.google.push;

/**
 * One message.
 *
 * @param channel the channel it goes over
 * @param number its number
 * @param state what it says
 */
record Message(Channel channel, long number, String state) {}
