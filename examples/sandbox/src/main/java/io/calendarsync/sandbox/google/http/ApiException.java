package io.calendarsync.sandbox.google.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call that is refused, in the terms of Google's error envelope. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String domain;
    private final String reason;
    private final String locationType;
    private final String location;
    private final String detail;
    private final boolean usesErrorInfo;

    private ApiException(
            int status,
            String domain,
            String reason,
            String message,
            String locationType,
            String location,
            String detail,
            boolean usesErrorInfo) {
        super(message);
        this.status = status;
        this.domain = domain;
        this.reason = reason;
        this.locationType = locationType;
        this.location = location;
        this.detail = detail;
        this.usesErrorInfo = usesErrorInfo;
    }

    /** Returns an error of a domain of errors. */
    public static ApiException of(int status, String domain, String reason, String message) {
        return new ApiException(status, domain, reason, message, "", "", "", false);
    }

    /** Returns a 400. */
    public static ApiException badRequest(String reason, String message) {
        return of(400, "global", reason, message);
    }

    /** Returns the 400 for a value that cannot be. */
    public static ApiException invalid(String message) {
        return badRequest("invalid", message);
    }

    /** Returns the 400 for what must be there. */
    public static ApiException required(String message) {
        return badRequest("required", message);
    }

    /** Returns the 400 for a query parameter. */
    public static ApiException parameter(String name, String message) {
        return invalid(message).at("parameter", name);
    }

    /** Returns the 404 for what does not exist or cannot be seen. */
    public static ApiException notFound() {
        return of(404, "global", "notFound", "Not Found");
    }

    /** Returns the 400 for an end that is not after its start. */
    public static ApiException timeRangeEmpty() {
        return of(400, "calendar", "timeRangeEmpty", "The specified time range is empty.");
    }

    /** Returns a 403. */
    public static ApiException forbidden(String reason, String message) {
        return of(403, reason.startsWith("forbiddenFor") ? "calendar" : "global", reason, message);
    }

    /** Returns the same error, placed. */
    public ApiException at(String type, String place) {
        return new ApiException(status, domain, reason, getMessage(), type, place, detail, usesErrorInfo);
    }

    /** Returns the same error with an ErrorInfo beside it, as newer answers have. */
    public ApiException detailed(String detailReason) {
        return new ApiException(status, domain, reason, getMessage(), locationType, location, detailReason, true);
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** The reason a client goes by. */
    public String reason() {
        return reason;
    }

    /** The message, which is never absent. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** A refusal is an answer: nobody reads where it came from. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    /** Returns the answer. */
    public Answer answer() {
        ObjectNode one =
                Json.object().put("domain", domain).put("reason", reason).put("message", getMessage());
        if (!location.isEmpty()) {
            one.put("locationType", locationType).put("location", location);
        }
        ObjectNode error = Json.object().put("code", status).put("message", getMessage());
        error.putArray("errors").add(one);
        if (usesErrorInfo) {
            error.put("status", statusName());
            error.putArray("details")
                    .addObject()
                    .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                    .put("reason", detail)
                    .put("domain", "googleapis.com");
        }
        Answer answer = Answer.json(status, Json.object().set("error", error));
        return status == 401
                ? answer.with("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\", error=invalid_token")
                : answer;
    }

    private String statusName() {
        return switch (status) {
            case 400 -> "INVALID_ARGUMENT";
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "PERMISSION_DENIED";
            case 404 -> "NOT_FOUND";
            case 409 -> "ALREADY_EXISTS";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 503 -> "UNAVAILABLE";
            default -> status < 500 ? "FAILED_PRECONDITION" : "INTERNAL";
        };
    }
}
