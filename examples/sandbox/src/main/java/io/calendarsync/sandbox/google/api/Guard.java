package io.calendarsync.sandbox.google.api;

import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.FieldMask;
import io.calendarsync.sandbox.google.http.Request;
import io.calendarsync.sandbox.google.http.Route;
import io.calendarsync.sandbox.google.oauth.Bearer;
import io.calendarsync.sandbox.google.oauth.Bearer.Caller;
import io.calendarsync.sandbox.google.quota.Quotas;
import java.util.List;
import java.util.Optional;

/** Stands before every operation: knows the caller, takes the quota, asks for a scope. */
final class Guard {

    private static final String ROOT = "/calendar/v3";

    private static final int PATCH_UNITS = 3;

    private final Bearer bearer;
    private final Quotas quotas;

    Guard(Bearer bearer, Quotas quotas) {
        this.bearer = bearer;
        this.quotas = quotas;
    }

    /** Returns a guarded route. */
    Route route(String operation, String method, String template, List<String> scopes, Operation work) {
        return Route.of(operation, method, ROOT + template, (request, path) -> {
            Caller caller = bearer.caller(request);
            String user =
                    request.query().text("quotaUser").orElse(caller.account().email());
            Optional<Answer> refusal = quotas.spend(user, method.equals("PATCH") ? PATCH_UNITS : 1);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            caller.needs(scopes);
            Answer answer = work.answer(new Call(request, path, caller));
            Optional<FieldMask> mask = request.query().text("fields").map(FieldMask::parse);
            return mask.isPresent() && answer.length() > 0 ? mask.get().cut(answer) : answer;
        });
    }

    /** What an operation does for a caller. */
    @FunctionalInterface
    interface Operation {
        Answer answer(Call call);
    }

    /** A call of somebody's. */
    record Call(Request request, List<String> path, Caller caller) {

        String at(int place) {
            return path.get(place);
        }
    }
}
