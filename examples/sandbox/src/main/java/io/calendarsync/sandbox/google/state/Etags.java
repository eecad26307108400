package io.calendarsync.sandbox.google.state;

import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Request;
import java.util.Optional;

/** Version tags, made of the number of the change. */
public final class Etags {

    private static final long BASE = 3_500_000_000_000_000L;

    private static final long STEP = 2_000;

    private Etags() {}

    /** Returns the tag of a change, with its quotation marks. */
    public static String of(long version) {
        return "\"" + (BASE + version * STEP) + "\"";
    }

    /** Refuses a write that is meant for another version. */
    public static void ifMatch(Request request, String etag) {
        Optional<String> wanted = request.header("If-Match");
        if (wanted.isPresent() && !wanted.get().equals("*") && !wanted.get().equals(etag)) {
            throw ApiException.of(412, "global", "conditionNotMet", "Precondition Failed")
                    .at("header", "If-Match");
        }
    }

    /** Returns whether the client has this version already. */
    public static boolean isKnown(Request request, String etag) {
        return request.header("If-None-Match").filter(etag::equals).isPresent();
    }
}
