package io.calendarsync.engine.record;

/**
 * A node's right to do a job until its lease ends.
 *
 * @param job what
 * @param token random; tells whether the claim is still this one
 * @param version the version of the due record when it was claimed
 * @param attempts how often in a row it was tried in vain
 */
public record Claim(Job job, String token, long version, int attempts) {}
