package io.calendarsync.sandbox.google.oauth;

import io.calendarsync.sandbox.google.http.Query;
import java.util.List;
import java.util.Set;

/** The page that asks, and the page that says what is wrong. */
final class ConsentPage {

    /** What the page adds to the query it came from. */
    static final String DECISION = "sandbox_decision";

    static final String USER = "sandbox_user";

    static final String TICKED = "sandbox_scope";

    private static final List<String> PASSED_ON = List.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
            "access_type",
            "prompt",
            "login_hint",
            "code_challenge",
            "code_challenge_method",
            "include_granted_scopes",
            "nonce");

    private ConsentPage() {}

    static String ask(Query query, String user, Set<String> scopes) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                + "<title>Sandbox consent</title><h1>An application asks for access</h1><form method=\"get\">");
        for (String name : PASSED_ON) {
            query.text(name)
                    .ifPresent(value -> page.append("<input type=\"hidden\" name=\"")
                            .append(name)
                            .append("\" value=\"")
                            .append(escaped(value))
                            .append("\">"));
        }
        page.append("<p><label>Account <input name=\"" + USER + "\" value=\"")
                .append(escaped(user))
                .append("\"></label></p>");
        for (String scope : scopes) {
            page.append("<p><label><input type=\"checkbox\" checked name=\"" + TICKED + "\" value=\"")
                    .append(escaped(scope))
                    .append("\"> ")
                    .append(escaped(scope))
                    .append("</label></p>");
        }
        return page.append("<button name=\"" + DECISION + "\" value=\"allow\">Allow</button> ")
                .append("<button name=\"" + DECISION + "\" value=\"deny\">Deny</button></form></html>")
                .toString();
    }

    static String error(String error, String description) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Error</title><h1>Access blocked</h1><p>"
                + escaped(description) + "</p><p>Error: " + escaped(error) + "</p></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
