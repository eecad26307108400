package io.calendarsync.google.internal.oauth;

import java.net.URI;

/**
 * Where an authorization server is.
 *
 * @param authorization the page that asks for consent
 * @param token gives tokens
 * @param revocation ends grants
 */
public record Endpoints(URI authorization, URI token, URI revocation) {}
