package io.calendarsync.sandbox.google.push;

/**
 * Where messages may go.
 *
 * @param strict whether only https will do; otherwise http does on this machine's loopback
 * @param remote whether messages may leave this machine
 */
public record PushRules(boolean strict, boolean remote) {}
