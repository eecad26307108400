package io.calendarsync.sandbox.google.oauth;

import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Json;

/** A refusal of the token endpoint, in the terms of RFC 6749, section 5.2. */
final class OauthException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String error;

    OauthException(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    static OauthException invalidGrant() {
        return new OauthException(400, "invalid_grant", "Token has been expired or revoked.");
    }

    static OauthException invalidRequest(String description) {
        return new OauthException(400, "invalid_request", description);
    }

    Answer answer() {
        return Answer.json(
                status, Json.object().put("error", error).put("error_description", String.valueOf(getMessage())));
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
