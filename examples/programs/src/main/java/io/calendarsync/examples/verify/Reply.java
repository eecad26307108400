package io.calendarsync.examples.verify;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the API. {@code toString} shows status and reason, nothing of an event.
 *
 * @param status the HTTP status
 * @param body the body, empty where there is none
 */
record Reply(int status, JsonNode body) {

    boolean isFine() {
        return status >= 200 && status < 300;
    }

    /** Returns Google's word for what is wrong, from either place it may stand in. */
    String reason() {
        String classic =
                body.path("error").path("errors").path(0).path("reason").asText();
        return classic.isEmpty()
                ? body.path("error").path("details").path(0).path("reason").asText()
                : classic;
    }

    boolean is(int wanted, String reason) {
        return status == wanted && reason().equalsIgnoreCase(reason);
    }

    String text(String member) {
        return body.path(member).asText();
    }

    @Override
    public String toString() {
        return reason().isEmpty() ? Integer.toString(status) : status + " " + reason();
    }
}
