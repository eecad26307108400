package io.calendarsync.sandbox.google.oauth;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a person has allowed the application. */
final class Grant {

    private final String email;
    private final Set<String> scopes = new LinkedHashSet<>();
    private boolean alive = true;

    Grant(String email) {
        this.email = email;
    }

    String email() {
        return email;
    }

    Set<String> scopes() {
        return scopes;
    }

    boolean alive() {
        return alive;
    }

    void revoke() {
        alive = false;
    }
}
